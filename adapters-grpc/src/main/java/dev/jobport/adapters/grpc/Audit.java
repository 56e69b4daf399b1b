package dev.jobport.adapters.grpc;

import dev.jobport.application.driving.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each change by somebody with control rights, in the words in which HTTP's are told. */
final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger("audit");

    private Audit() {}

    /** The call that is being served has changed an action execution. */
    static void changed(String what, String actionExecutionId) {
        Caller caller = Door.caller();
        LOG.atInfo()
                .addKeyValue("who", caller.name())
                .addKeyValue("account", caller.account())
                .addKeyValue("what", what)
                .addKeyValue("resource", "action-executions/" + actionExecutionId)
                .addKeyValue("outcome", "ok")
                .log("control");
    }
}
