package dev.jobport.verdict.history;

import java.util.Set;

/**
 * What was done on purpose to a request or its answer.
 *
 * @param id as in the catalogue of faults, such as {@code lost-answer}
 * @param hit its number among the faults of its kind in this history, from 1
 * @param forged whether no true state stands behind the answer
 */
public record InjectedFault(String id, long hit, boolean forged) {

    private static final Set<String> ON_THE_WIRE = Set.of(
            "lost-answer",
            "lost-answer-strict",
            "lost-request",
            "slow-answer",
            "hang",
            "trickle",
            "reset",
            "cut",
            "garbage",
            "503");

    private static final Set<String> INSTEAD_OF_THE_APPLICATION = Set.of("garbage", "503");

    private static final Set<String> LATE = Set.of("slow-answer", "trickle");

    private static final Set<String> WAITED_FOR = Set.of("slow-answer", "trickle", "hang", "duplicate-offer");

    /** Whether the application was not asked at all, whatever was answered. */
    boolean answersInstead() {
        return INSTEAD_OF_THE_APPLICATION.contains(id);
    }

    /** Whether the caller cannot know what became of its request. */
    public boolean hidesTheAnswer() {
        return ON_THE_WIRE.contains(id);
    }

    /** Whether the server fails when the application has done what was asked. */
    boolean failsAfterwards() {
        return id.equals("500-after");
    }

    /** Whether the answer is late, and otherwise as ever. */
    boolean delaysTheAnswer() {
        return LATE.contains(id);
    }

    /** Whether a worker of one thread does nothing else meanwhile. */
    public boolean holdsUpTheCaller() {
        return WAITED_FOR.contains(id);
    }

    @Override
    public String toString() {
        return id + "/" + hit;
    }
}
