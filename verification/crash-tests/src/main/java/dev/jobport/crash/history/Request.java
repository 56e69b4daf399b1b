package dev.jobport.crash.history;

import java.util.Map;
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

    /** A pipeline stops an action. */
    record Stop(String actionId) implements Request {}

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

    /** A request about an action type. One caller makes all those about the same, one after the other. */
    sealed interface OfActionType extends Request {

        String actionType();

        default Family family() {
            return Family.of(actionType());
        }
    }

    /**
     * A custom action type is created, or a third-party one is registered by the operator, whatever was there before.
     *
     * @param mark names this request among all; it travels in a URL template, or in what a third-party one is described as
     */
    record Create(String actionType, String mark, Map<String, String> tags) implements OfActionType {}

    /** The provider of a third-party action type declares it anew. */
    record Update(String actionType, String mark) implements OfActionType {}

    /** A custom action type is deleted. */
    record Delete(String actionType) implements OfActionType {}

    record Tag(String actionType, String key, String value) implements OfActionType {}

    record Untag(String actionType, String key) implements OfActionType {}

    record ListTags(String actionType) implements OfActionType {}

    /** A custom action type is looked for in the list of all, a third-party one is asked for by its name. */
    record Find(String actionType) implements OfActionType {}
}
