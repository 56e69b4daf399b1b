package dev.jobport.verify;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What a worker may meet.
 *
 * @param isQuick whether it is worth its time when there is little
 * @param when beside which others it can be played
 * @param needs the kind of job that it takes, or else artifacts
 * @param play begins it, and tells when all of it has been seen
 */
record Scenario(
        Group group, String name, boolean isQuick, When when, Need needs, Function<Stage, BooleanSupplier> play) {

    /** In the order in which they are played. */
    enum When {
        /** Before all others: the worker has just been started. */
        FIRST,
        /** What happens in it happens to its own actions only. */
        TOGETHER,
        /** It moves the time, or has faults of polls, which are no action's. */
        ALONE,
        /** It ends the worker. */
        LAST
    }

    /** Why it is not played; empty if it is. */
    Optional<String> isLeftOut(Given given, boolean isProcess) {
        if (!given.only().isEmpty()
                && !given.only().contains(name)
                && !given.only().contains(group.toString())) {
            return Optional.of("not asked for");
        }
        if (given.quick() && !isQuick && given.only().isEmpty()) {
            return Optional.of("left out by --quick");
        }
        Optional<String> missing = needs.missing(given);
        if (missing.isPresent()) {
            return missing.map("give "::concat);
        }
        if (group == Group.CLIENTS && !given.isThirdParty()) {
            return Optional.of("custom actions have no clients");
        }
        return group == Group.PROCESS && !isProcess ? Optional.of("the worker is no process") : Optional.empty();
    }
}
