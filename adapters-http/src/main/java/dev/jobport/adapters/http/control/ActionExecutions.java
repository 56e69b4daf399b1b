package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;
import static dev.jobport.adapters.http.control.ControlApi.query;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.jobport.adapters.http.control.Route.Tag;
import dev.jobport.adapters.http.control.StartShapes.Start;
import dev.jobport.adapters.identity.Waits;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.Pipelines.StartedAction;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.action.ActionExecutionId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/** Starts and stops action executions, shows how they stand, and lets callers wait for their end. */
final class ActionExecutions {

    /**
     * How long a caller may wait for an action execution's end, in seconds. Whoever wants to wait longer asks again: that
     * bounds how long a wait outlives a client that is gone without a sign.
     */
    static final RangeConstraint WAIT_SECONDS = new RangeConstraint(0, 60);

    private static final Type<Integer> WAIT = Types.whole(WAIT_SECONDS)
            .withKeyword("default", IntNode.valueOf(0))
            .about("How long to wait for the action execution to end; the answer comes at once when it does. To wait"
                    + " longer, ask again. Where too many wait already, the answer is 429 (too-many-waits) with"
                    + " Retry-After.");

    private static final String ALL = "/control/v1/action-executions";
    private static final String ONE = ALL + "/{actionExecutionId}";

    private static final CompletableFuture<Void> NOBODY_TO_ANSWER = CompletableFuture.completedFuture(null);

    private final Pipelines pipeline;
    private final Function<Context, Members> body;
    private final Waits waits;

    ActionExecutions(Pipelines pipeline, Function<Context, Members> body) {
        this.pipeline = pipeline;
        this.body = body;
        this.waits = new Waits(pipeline);
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(POST, ALL, "startActionExecution", Tag.ActionExecutions, "Starts an action")
                        .inARegion()
                        .takes(true, StartShapes.START, Examples.START)
                        .answers(201, "The action has started.", StartShapes.STARTED, Examples.STARTED_ACTION)
                        .header("Location", "Where to see how it goes.")
                        .mayFail(404, 409)
                        .by(this::start),
                new Route(GET, ALL, "listActionExecutions", Tag.ActionExecutions, "Action executions, newest first")
                        .inARegion()
                        .page()
                        .answers(
                                200,
                                "One page of them.",
                                ReportShapes.ACTION_EXECUTIONS,
                                Examples.pageOf(Examples.SUMMARY))
                        .by(PageParameters.list(
                                ReportShapes.ACTION_EXECUTIONS,
                                (account, page) -> pipeline.actionExecutions(account, page))),
                one(GET, ONE, "getActionExecution", "How an action execution stands")
                        .query("waitSeconds", WAIT)
                        .answers(
                                200,
                                "As it stands when it has ended, or when the wait is over.",
                                ReportShapes.ACTION_EXECUTION,
                                Examples.ACTION_EXECUTION)
                        .by(this::get),
                one(POST, ONE + "/stop", "stopActionExecution", "Stops an action")
                        .about("The action is Abandoned from then on, for good. A job of it that no job"
                                + " worker has acknowledged is not offered any more; a job worker that has"
                                + " acknowledged one may finish it, and its result changes nothing. An"
                                + " action that was stopped before is answered as it stands; one that has"
                                + " ended by itself is refused.")
                        .answers(200, "As it stands now.", ReportShapes.ACTION_EXECUTION, Examples.ACTION_EXECUTION)
                        .mayFail(409)
                        .by(this::stop));
    }

    private static Route one(HandlerType method, String path, String id, String summary) {
        return new Route(method, path, id, Tag.ActionExecutions, summary)
                .inARegion()
                .path("actionExecutionId", Types.TEXT)
                .mayFail(404);
    }

    void stopWaiting() {
        waits.end();
    }

    private void start(Context ctx) {
        Start start = StartShapes.START.read(body.apply(ctx));
        StartedAction started =
                pipeline.startActionExecution(account(ctx), start.actionTypeId(), start.clientId(), start.input());
        String id = started.actionExecutionId().value();
        Audit.made(ctx, id);
        answer(ctx.header("Location", ALL + "/" + id), 201, StartShapes.STARTED.write(started));
    }

    private void get(Context ctx) {
        ActionExecutionId id = id(ctx);
        Members query = query(ctx);
        int waitSeconds = query.optional("waitSeconds", WAIT).orElse(0);
        query.check();
        if (waitSeconds == 0) {
            answer(ctx, 200, ReportShapes.ACTION_EXECUTION.write(pipeline.actionExecution(account(ctx), id)));
            return;
        }
        // answered on a thread of the server's: whoever ended the action must not wait for a slow reader
        ctx.future(() -> {
            AsyncContext request = ctx.req().getAsyncContext();
            var end = waits.await(account(ctx), id, Duration.ofSeconds(waitSeconds));
            request.addListener(new PeerGone(end));
            var answered = end.thenAcceptAsync(
                    report -> answer(ctx, 200, ReportShapes.ACTION_EXECUTION.write(report)), request::start);
            return end.handle((report, failure) -> end.isCancelled() ? NOBODY_TO_ANSWER : answered)
                    .thenCompose(answer -> answer);
        });
    }

    private void stop(Context ctx) {
        answer(ctx, 200, ReportShapes.ACTION_EXECUTION.write(pipeline.stopActionExecution(account(ctx), id(ctx))));
    }

    private static ActionExecutionId id(Context ctx) {
        return new ActionExecutionId(ctx.pathParam("actionExecutionId"));
    }
}
