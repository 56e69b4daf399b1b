package dev.jobport.crash.history;

import java.util.Optional;

/** What a caller asked. */
public sealed interface Request {

    /**
     * A pipeline starts an action.
     *
     * @param mark names this start among all; it travels in the action's configuration
     */
    record Start(String actionType, String mark) implements Request {}

    record Poll(String actionType, int maxBatchSize) implements Request {}

    record Details(Family family, String jobId) implements Request {}

    /** A pipeline looks how an action stands. */
    record Look(String actionId) implements Request {}

    /** A request that changes a job, which exists already. */
    sealed interface Command extends Request {

        /** Whose operation it is, which may be the wrong one. */
        Family family();

        String jobId();

        /** The same for all attempts of one invocation; absent if the client does not name them. */
        Optional<String> invocation();

        /** Whether it came with the client's token, rather than with one that is made up; custom jobs need none. */
        boolean authorized();
    }

    record Acknowledge(Family family, String jobId, String nonce, Optional<String> invocation, boolean authorized)
            implements Command {}

    record Put(Family family, String jobId, Result result, Optional<String> invocation, boolean authorized)
            implements Command {}
}
