package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.InjectedFault;

/** What is odd about an exchange. */
interface Twist {

    void on(Draft call);

    static void all(Twist[] twists, Draft call) {
        for (Twist twist : twists) {
            twist.on(call);
        }
    }

    static Twist refused(String error) {
        return refused(error, error);
    }

    static Twist refused(String error, String message) {
        return it -> {
            it.status = 400;
            it.error = error;
            it.message = message;
            it.jobStatus = null;
        };
    }

    /** Done, and never answered. */
    static Twist lost() {
        return it -> {
            it.answered = false;
            fault("lost-answer").on(it);
        };
    }

    /** A server's error, for which nobody but the server can be blamed. */
    static Twist broken() {
        return it -> {
            it.status = 500;
            it.error = "InternalFailure";
            it.jobStatus = null;
            fault("500").on(it);
        };
    }

    static Twist throttled() {
        return it -> {
            refused("ThrottlingException").on(it);
            fault("throttle").on(it);
        };
    }

    static Twist fault(String id) {
        return it -> it.fault = new InjectedFault(id, 1, false);
    }

    static Twist with(String member, String value) {
        return it -> it.member(member, value);
    }

    static Twist run(String execution) {
        return with("executionDetails.externalExecutionId", execution);
    }

    static Twist goesOn() {
        return with("continuationToken", "build-7");
    }

    static Twist called(String invocation) {
        return it -> it.invocation = invocation;
    }

    static Twist over(long connection) {
        return it -> it.connection = connection;
    }
}
