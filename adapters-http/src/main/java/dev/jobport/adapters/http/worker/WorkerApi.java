package dev.jobport.adapters.http.worker;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.http.json.Json;
import dev.jobport.adapters.http.json.Members;
import dev.jobport.adapters.http.json.RequestBody;
import dev.jobport.adapters.http.json.RequestRecord;
import dev.jobport.adapters.http.json.ResponseBody;
import dev.jobport.adapters.http.json.Unreadable;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.NotAuthenticated;
import dev.jobport.adapters.identity.TooManyTries;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.Invocation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front door for job workers: AWS JSON 1.1 at {@code POST /}. It decides in the order in which AWS's does. */
public final class WorkerApi {

    private static final Logger log = LoggerFactory.getLogger(WorkerApi.class);

    public static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    /** The body of an answer to a fault of ours, which SDKs retry. */
    public static final String FAULT = "{\"__type\":\"InternalFailure\"}";

    private static final String TARGET = "X-Amz-Target";
    private static final String TARGET_PREFIX = "CodePipeline_20150709.";
    /** The header that names a request, a uuid; every answer to a job worker has it. */
    public static final String REQUEST_ID = "x-amzn-RequestId";

    private static final String CALLER = "caller";
    private static final String MESSAGE = "message";

    /** The attributes of a request that say when it began, and how it ended: ok, an error's name, or a status. */
    private static final String BEGAN = "jobport.began";

    private static final String OUTCOME = "jobport.outcome";

    private final Operations operations;
    private final Doorkeeper doorkeeper;
    private final Throttle throttle;
    private final RequestMeters meters;

    /** @param maxRequestsPerSecond with the same access key; 0 for any number */
    public WorkerApi(DrivingPorts ports, Doorkeeper doorkeeper, int maxRequestsPerSecond, MeterRegistry registry) {
        this.operations = new Operations(ports.thirdParty(), ports.custom(), ports.actionTypes());
        this.doorkeeper = doorkeeper;
        this.throttle = new Throttle(maxRequestsPerSecond);
        this.meters = new RequestMeters(registry);
    }

    public void addTo(RoutesConfig routes) {
        routes.before("/", ctx -> ctx.attribute(BEGAN, System.nanoTime()));
        routes.post("/", this::handle);
        routes.after("/", this::count);
    }

    private void count(Context ctx) {
        long began = ctx.<Long>attribute(BEGAN);
        meters.record(
                operation(ctx).map(known -> operationName(ctx)).orElse("unknown"),
                requireNonNullElse(ctx.attribute(OUTCOME), "500"), // a Java error passes by without an answer of ours
                Duration.ofNanos(System.nanoTime() - began));
    }

    private void handle(Context ctx) {
        byte[] body = RequestBody.read(ctx);
        Json.check(body); // a tree of it is made for somebody who is known
        if (!CONTENT_TYPE.equals(RequestBody.mediaType(ctx))) {
            answerUnknown(ctx);
            return;
        }
        Optional<Operations.Operation> operation = operation(ctx);
        if (operation.isEmpty()) {
            answer(ctx, 400, unknownOperation(operationName(ctx)));
            return;
        }
        Caller caller = doorkeeper.identify(RequestRecord.of(ctx));
        ctx.attribute(CALLER, caller);
        if (!throttle.admits(caller.name())) {
            answer(ctx, 400, error("ThrottlingException").put(MESSAGE, "Rate exceeded"));
            return;
        }
        operation
                .get()
                .apply(caller.in(invocation(ctx)), Members.lenient(Json.read(body)))
                .ifPresentOrElse(output -> answer(ctx, 200, output), () -> answer(ctx, 200));
    }

    private Optional<Operations.Operation> operation(Context ctx) {
        return operations.find(operationName(ctx));
    }

    /** The name of the operation that the request is for, known or not; empty if there is none. */
    private static String operationName(Context ctx) {
        String target = ctx.header(TARGET);
        return target != null && target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : "";
    }

    /** As the SDK names the call in all its attempts; a name that no SDK would give counts as none. */
    private static Optional<Invocation> invocation(Context ctx) {
        return Optional.ofNullable(ctx.header("amz-sdk-invocation-id"))
                .filter(Invocation.ID::accepts)
                .map(Invocation::new);
    }

    /** Answers whatever a request made the server throw, and requests that no route is for. */
    public void refuse(Exception failure, Context ctx) {
        if (failure instanceof NotAuthenticated unknown) {
            ObjectNode error = error(unknown.reason().exceptionName());
            answer(ctx, 400, error.put(MESSAGE, unknown.getMessage()));
        } else if (failure instanceof TooManyTries) {
            answer(ctx, 400, error("ThrottlingException").put(MESSAGE, failure.getMessage()));
        } else if (failure instanceof Refusal.AccessDenied denied) {
            String message = Doorkeeper.accessDenied(ctx.attribute(CALLER), operationName(ctx), denied.actionType());
            answer(ctx, 400, error(WireErrors.nameOf(denied).orElseThrow()).put("Message", message));
        } else if (failure instanceof Refusal refusal
                && WireErrors.nameOf(refusal).isPresent()) {
            ObjectNode error = error(WireErrors.nameOf(refusal).get());
            answer(ctx, 400, error.put(MESSAGE, refusal.getMessage()));
        } else if (failure instanceof Unreadable.WrongType wrongType) {
            answer(ctx, 400, error("SerializationException").put("Message", WireErrors.wrongType(wrongType)));
        } else if (failure instanceof Unreadable.TooLarge) {
            answer(ctx, 413);
        } else if (failure instanceof Unreadable.NoRoom) {
            answer(ctx, 503)
                    .header("Retry-After", Unreadable.NoRoom.RETRY_AFTER)
                    .result(FAULT);
        } else if (failure instanceof Unreadable) {
            answer(ctx, 400, error("SerializationException"));
        } else if (failure instanceof HttpResponseException) { // another path or method
            answerUnknown(ctx);
        } else {
            answer(ctx, 500).result(FAULT);
            log.error("request {} failed", ctx.res().getHeader(REQUEST_ID), failure);
        }
    }

    /** What AWS answers where no operation listens. */
    private static void answerUnknown(Context ctx) {
        if ("application/json".equals(RequestBody.mediaType(ctx))) {
            ObjectNode answer = Json.object();
            answer.putObject("Output").put("__type", "com.amazon.coral.service#UnknownOperationException");
            answer.put("Version", "1.0");
            answer(ctx, 404).contentType("application/json").result(Json.write(answer));
        } else {
            answer(ctx, 404).contentType("application/xml").result("<UnknownOperationException/>");
        }
    }

    private static ObjectNode unknownOperation(String name) {
        ObjectNode error = error("UnknownOperationException");
        return OtherOperations.NAMES.contains(name)
                ? error.put(MESSAGE, name + " is not served here: Jobport serves job workers and action types only.")
                : error;
    }

    private static ObjectNode error(String type) {
        return Json.object().put("__type", type);
    }

    private static void answer(Context ctx, int status, ObjectNode body) {
        ResponseBody.write(answer(ctx, status), Json.write(body));
        ctx.attribute(OUTCOME, body.path("__type").asText("ok"));
    }

    private static Context answer(Context ctx, int status) {
        ctx.attribute(OUTCOME, status == 200 ? "ok" : Integer.toString(status));
        return ctx.status(status)
                .contentType(CONTENT_TYPE)
                .header(REQUEST_ID, UUID.randomUUID().toString());
    }
}
