package dev.jobport.lab.faults;

import dev.jobport.adapters.wire.Answer;
import dev.jobport.verdict.history.InjectedFault;
import java.util.Optional;

/** What is done to a request. Each fault overrides the step in which it differs; all other steps are as ever. */
public class Fault {

    /** Nothing is done to it. */
    static final Fault NONE = new Fault("");

    private final String id;

    /** @param id as in the catalogue, such as {@code lost-answer} */
    protected Fault(String id) {
        this.id = id;
    }

    public final String id() {
        return id;
    }

    /** Whether no true state stands behind the answer. */
    protected boolean isForged() {
        return false;
    }

    /** Whether it can be done to this request as things stand. Otherwise it waits for another. */
    protected boolean fits(Held held) {
        return true;
    }

    /** What happens while the request is held; the application has not heard of it yet. */
    protected void before(Held held) {}

    /** Who answers. */
    protected Answer carryOut(Held held) {
        return held.carryOut(held.world().front());
    }

    /** What happens while the answer is held. */
    protected void after(Held held) {}

    /** @return whether the answer went out whole */
    protected boolean send(Held held, byte[] answer) {
        return held.line().send(answer);
    }

    /** @param hit what is written down of it; empty if nothing is done to the request */
    void applyTo(Held held, Optional<InjectedFault> hit) {
        before(held);
        Answer answer = carryOut(held);
        after(held);
        boolean sent = send(held, Framing.of(answer, held.skew()));
        held.sighting().answered(answer.status(), answer.outcome(), answer.body(), sent, hit);
    }

    /** A fault of a request of which the application never hears. */
    public abstract static class Unasked extends Fault {

        protected Unasked(String id) {
            super(id);
        }

        @Override
        final void applyTo(Held held, Optional<InjectedFault> hit) {
            held.sighting().unasked(hit);
            instead(held);
        }

        protected abstract void instead(Held held);
    }
}
