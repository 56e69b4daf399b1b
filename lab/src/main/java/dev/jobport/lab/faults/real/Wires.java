package dev.jobport.lab.faults.real;

import dev.jobport.adapters.wire.Answer;
import dev.jobport.lab.faults.Fault;
import dev.jobport.lab.faults.Framing;
import dev.jobport.lab.faults.Held;
import dev.jobport.verdict.history.Mark;
import java.time.Duration;
import java.util.function.Consumer;

/** Broken wires. What was asked has been carried out, unless the fault says otherwise. */
public final class Wires {

    /** Bytes. Some clients take a status for an answer, whatever they miss of the rest. */
    private static final int NO_STATUS = 5;

    private Wires() {}

    /** Sends an answer, or as much of it as is to arrive. */
    private interface Way {
        boolean send(Held held, byte[] answer);
    }

    private static Fault way(String id, Way way) {
        return new Fault(id) {
            @Override
            protected boolean send(Held held, byte[] answer) {
                return way.send(held, answer);
            }
        };
    }

    private static Fault unasked(String id, Consumer<Held> what) {
        return new Fault.Unasked(id) {
            @Override
            protected void instead(Held held) {
                what.accept(held);
            }
        };
    }

    private static boolean lose(Held held, byte[] answer) {
        held.line().close();
        return false;
    }

    public static Fault lostAnswer() {
        return way("lost-answer", Wires::lose);
    }

    /** And nobody knows the repeat as one. */
    public static Fault lostAnswerStrict() {
        return new Fault("lost-answer-strict") {
            @Override
            protected Answer carryOut(Held held) {
                return held.carryOut(held.world()
                        .front(PortsInFront.thatForgetInvocations(held.world().ports())));
            }

            @Override
            protected boolean send(Held held, byte[] answer) {
                return lose(held, answer);
            }
        };
    }

    public static Fault lostRequest() {
        return unasked("lost-request", held -> held.line().close());
    }

    public static Fault hang() {
        return unasked("hang", held -> held.line().awaitGone());
    }

    public static Fault slowAnswer(Duration after) {
        return way("slow-answer", (held, answer) -> {
            return held.meanwhile(() -> held.line().pause(after)) && held.line().send(answer);
        });
    }

    public static Fault trickle(Duration during) {
        return way("trickle", (held, answer) -> {
            int last = answer.length - 1;
            return held.meanwhile(() -> held.line().trickle(answer, last, during))
                    && held.line().send(new byte[] {answer[last]});
        });
    }

    public static Fault reset() {
        return way("reset", (held, answer) -> {
            held.line().send(answer, NO_STATUS);
            held.line().reset();
            return false;
        });
    }

    /** The head says more than comes. Where there is no body, its first line ends early. */
    public static Fault cut() {
        return way("cut", (held, answer) -> {
            int body = Framing.bodyOf(answer);
            held.line().send(answer, body < answer.length ? (body + answer.length) / 2 : NO_STATUS);
            held.line().close();
            return false;
        });
    }

    /** Not a fault of one request: it is the one that finds the server going down, and is not carried out. */
    public static Fault restart(Duration away) {
        return unasked("restart", held -> {
            held.recorder()
                    .add(number -> new Mark(number, held.recorder().now(), Mark.Kind.RESTART, "away for " + away));
            held.carrier().restart(held.line(), away);
        });
    }
}
