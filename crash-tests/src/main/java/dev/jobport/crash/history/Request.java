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

    record Details(String jobId) implements Request {}

    /** A pipeline looks how an action stands. */
    record Look(String actionId) implements Request {}

    /** A request that changes a job, which exists already. */
    sealed interface Command extends Request {

        String jobId();

        /** The same for all attempts of one invocation; absent if the client does not name them. */
        Optional<String> invocation();

        /** Whether it came with the client's token, rather than with one that is made up. */
        boolean authorized();
    }

    record Acknowledge(String jobId, String nonce, Optional<String> invocation, boolean authorized)
            implements Command {}

    record Put(String jobId, Result result, Optional<String> invocation, boolean authorized) implements Command {}
}
