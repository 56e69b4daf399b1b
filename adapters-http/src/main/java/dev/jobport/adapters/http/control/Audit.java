package dev.jobport.adapters.http.control;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each request for a change, by somebody who was let in: who, what, of what, and what became of it. */
final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger("audit");

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final String ROOT = "/control/v1/";
    private static final int LONGEST_RESOURCE = 300;

    private static final String WHO = "jobport.audit.who";
    private static final String MADE = "jobport.audit.made";
    private static final String OUTCOME = "jobport.audit.outcome";

    private Audit() {}

    /** @param who asks, without a secret */
    static void begins(Context ctx, String who) {
        ctx.attribute(WHO, who);
    }

    /** @param id of what the request makes */
    static void made(Context ctx, String id) {
        ctx.attribute(MADE, id);
    }

    /** @param problem that the request is answered with */
    static void refused(Context ctx, Problem.Kind problem) {
        ctx.attribute(OUTCOME, problem.name());
    }

    /** Writes the line, now that the request has been answered. */
    static void ends(Context ctx) {
        String who = ctx.attribute(WHO);
        if (who == null || READING.contains(ctx.method())) {
            return;
        }
        String outcome = ctx.attribute(OUTCOME);
        LOG.atInfo()
                .addKeyValue("who", who)
                .addKeyValue("account", ControlApi.account(ctx))
                .addKeyValue("what", ctx.method())
                .addKeyValue("resource", resource(ctx))
                .addKeyValue("outcome", outcome == null ? "ok" : outcome)
                .log("control");
    }

    private static String resource(Context ctx) {
        String path = ctx.path().startsWith(ROOT) ? ctx.path().substring(ROOT.length()) : ctx.path();
        String made = ctx.attribute(MADE);
        String all = made == null ? path : path + "/" + made;
        return all.length() > LONGEST_RESOURCE ? all.substring(0, LONGEST_RESOURCE) + "…" : all;
    }
}
