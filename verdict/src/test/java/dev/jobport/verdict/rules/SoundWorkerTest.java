package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Twist.broken;
import static dev.jobport.verdict.rules.Twist.called;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.lost;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.run;
import static dev.jobport.verdict.rules.Twist.throttled;
import static dev.jobport.verdict.rules.Twist.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.Offer;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a worker that does everything right, nothing is held against it. */
class SoundWorkerTest {

    private static final int ROUNDS = 25;

    /** What is done to a call of the worker. */
    private enum Mishap {
        THROTTLED,
        STORE_FAILS,
        ANSWER_LOST,
        /** As before, and the server does not know the call again. */
        ANSWER_LOST_AND_FORGOTTEN,
        ANSWERED_LATE,
        TOO_LATE
    }

    private final Set<Mishap> seen = EnumSet.noneOf(Mishap.class);
    private Random dice;
    private Story story;
    private int names;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_is_broken(int seed) {
        Verdict verdict = RuleSet.newest().judge(life(seed).told());

        assertThat(verdict.with(Status.BROKEN)).isEmpty();
        assertThat(verdict.with(Status.KEPT)).hasSizeGreaterThan(20);
    }

    @Test
    void every_mishap_happens_and_rules_of_every_group_are_kept() {
        Set<String> kept = new HashSet<>();
        seeds().forEach(seed -> RuleSet.newest().judge(life(seed).told()).with(Status.KEPT).stream()
                .map(it -> it.rule().id().group())
                .forEach(kept::add));

        assertThat(seen).containsExactlyInAnyOrder(Mishap.values());
        assertThat(kept).contains("POLL", "CLAIM", "REPORT", "CRED", "ERR", "SEC", "WIRE");
    }

    private Story life(int seed) {
        dice = new Random(seed);
        story = new Story();
        names = 0;
        for (int round = 0; round < ROUNDS; round++) {
            story.later(5_000 + dice.nextInt(2_000));
            poll(name());
        }
        story.later(6_000).poll().later(60_000).mark(Mark.Kind.SCENARIO_GIVES_UP, "a life");
        return story;
    }

    private String name() {
        return "j" + ++names;
    }

    private void poll(String job) {
        Offer offer = offer(job, "#n" + ++names, "App");
        switch (dice.nextInt(6)) {
            case 0 -> story.poll();
            case 1 -> {
                story.call("PollForJobs", throttled());
                story.later(1_000 + dice.nextInt(1_000)).poll();
            }
            case 2 ->
                story.call("PollForJobs", lost(), it -> it.offers = List.of(offer))
                        .life(job, "Queued", "Dispatched")
                        .later(60_000)
                        .life(job, "Dispatched", "Queued");
            default -> {
                story.poll(offer).life(job, "Queued", "Dispatched");
                claim(job, offer);
            }
        }
    }

    private void claim(String job, Offer offer) {
        String nonce = offer.nonce().orElseThrow();
        String call = "call-" + ++names;
        switch (dice.nextInt(8)) {
            case 0 ->
                story.acknowledge(job, nonce, refused("InvalidNonceException"), fault("rival"))
                        .life(job, "Dispatched", "InProgress");
            case 1 -> {
                seen.add(Mishap.THROTTLED);
                story.acknowledge(job, nonce, called(call), throttled());
                story.later(500).acknowledge(job, nonce, called(call));
                work(job, offer);
            }
            case 2 -> {
                seen.add(Mishap.STORE_FAILS);
                story.acknowledge(job, nonce, called(call), broken());
                story.later(500).acknowledge(job, nonce, called(call));
                work(job, offer);
            }
            case 3 -> {
                seen.add(Mishap.ANSWER_LOST);
                story.acknowledge(job, nonce, called(call), lost());
                story.later(500).acknowledge(job, nonce, called(call));
                work(job, offer);
            }
            case 4 -> {
                seen.add(Mishap.ANSWER_LOST_AND_FORGOTTEN);
                story.acknowledge(job, nonce, called(call), lost(), fault("lost-answer-strict"))
                        .life(job, "Dispatched", "InProgress");
                story.later(500).acknowledge(job, nonce, called(call), refused("InvalidNonceException"));
            }
            default -> {
                story.acknowledge(job, nonce, called(call)).life(job, "Dispatched", "InProgress");
                work(job, offer);
            }
        }
    }

    private void work(String job, Offer offer) {
        String credentials = offer.credentials().orElseThrow();
        story.artifact("GET", "Source", job, credentials);
        story.later(10 + dice.nextInt(15_000));
        boolean goesOn = dice.nextInt(4) == 0 && !job.contains("-");
        boolean fails = !goesOn && dice.nextInt(4) == 0;
        if (!goesOn && !fails) {
            story.artifact("PUT", "App", job, credentials);
        }
        Twist content = it -> {
            if (goesOn) {
                with("continuationToken", "run-of-" + job).on(it);
            }
            if (!fails) {
                run("run-of-" + job.replaceAll("-.*", "")).on(it);
            }
        };
        boolean counts = report(job, fails, content);
        if (goesOn && counts) {
            String next = job + "-2";
            Offer again = offer(next, "#n" + ++names, "App");
            story.later(30_000).poll(again).acknowledge(next, again.nonce().orElseThrow());
            work(next, again);
        }
    }

    /** Whether it counts: not if the job's time was over. */
    private boolean report(String job, boolean fails, Twist content) {
        Twist call = called("call-" + ++names);
        int mishap = dice.nextInt(8);
        switch (mishap) {
            case 0 -> {
                result(job, fails, content, call, throttled());
                story.later(700);
                result(job, fails, content, call);
            }
            case 1 -> {
                result(job, fails, content, call, broken());
                story.later(700);
                result(job, fails, content, call);
            }
            case 2 -> {
                result(job, fails, content, call, lost());
                story.later(700);
                result(job, fails, content, call);
            }
            case 3 -> {
                result(job, fails, content, call, lost(), fault("lost-answer-strict"));
                story.later(700);
                result(job, fails, content, call, refused("InvalidJobStateException"));
            }
            case 4 -> {
                seen.add(Mishap.TOO_LATE);
                story.mark(Mark.Kind.JUMP, "until " + job + " times out").life(job, "InProgress", "TimedOut");
                result(job, fails, content, call, refused("InvalidJobStateException"), fault("job-timeout"));
            }
            case 5 -> {
                seen.add(Mishap.ANSWERED_LATE);
                result(job, fails, content, call, fault("slow-answer"));
            }
            default -> result(job, fails, content, call);
        }
        return mishap != 4;
    }

    private void result(String job, boolean fails, Twist... twists) {
        if (fails) {
            story.failure(job, "3 of 70 tests failed; see the log.", twists);
        } else {
            story.success(job, twists);
        }
    }
}
