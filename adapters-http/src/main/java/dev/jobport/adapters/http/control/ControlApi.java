package dev.jobport.adapters.http.control;

import static io.javalin.http.HandlerType.GET;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.http.control.Route.Tag;
import dev.jobport.adapters.http.javalin.Query;
import dev.jobport.adapters.http.javalin.RequestRecord;
import dev.jobport.adapters.http.javalin.ResponseBody;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.SentRequest;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.Account;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The side of the server that pipelines and operators use: plain JSON under {@code /control/v1}, and its health. */
public final class ControlApi {

    private static final Logger log = LoggerFactory.getLogger(ControlApi.class);

    private static final String JSON = "application/json";
    static final String PROBLEM_JSON = "application/problem+json";
    static final List<String> MERGE_PATCHES = List.of("application/merge-patch+json", JSON);

    private static final String ROOT = "/control/";
    private static final String HEALTH = "/health";

    /** The parameter of every request's query that names the region, of those that the server serves. */
    static final String REGION = "region";

    private static final String ACCOUNT = "jobport.account";

    private static final Type<String> READINESS = Types.TEXT.withKeyword(
            "enum", Json.object().arrayNode().add("ready").add("not ready"));

    private static final Shape<Boolean> HEALTH_SHAPE =
            Shape.answer("Health", form -> form.required("status", READINESS, ready -> ready ? "ready" : "not ready"));

    private final Doorkeeper doorkeeper;
    private final MeterRegistry registry;
    private final Operators operator;
    private final ActionExecutions actionExecutions;
    private final List<Route> routes;

    public ControlApi(DrivingPorts ports, Doorkeeper doorkeeper, PrometheusMeterRegistry registry) {
        Pipelines pipeline = ports.pipelines();
        this.doorkeeper = doorkeeper;
        this.registry = registry;
        this.operator = ports.operators();
        this.actionExecutions = new ActionExecutions(pipeline, this::body);
        this.routes = Stream.of(
                        new ActionTypeRoutes(operator, this::body, this::mergePatch).routes(),
                        new Clients(operator, this::body).routes(),
                        actionExecutions.routes(),
                        new Jobs(pipeline).routes(),
                        new Metrics(
                                        ports.monitoring(),
                                        operator,
                                        registry,
                                        ctx -> doorkeeper.requireOwn(RequestRecord.of(ctx), account(ctx)))
                                .routes(),
                        Stream.of(
                                new Route(GET, HEALTH, "getHealth", Tag.Server, "Whether the server can do its work")
                                        .forEverybody()
                                        .answers(200, "Its store answers, and its clock ticks.", HEALTH_SHAPE, true)
                                        .answers(
                                                503,
                                                "Its store does not answer, or its clock has stopped.",
                                                HEALTH_SHAPE,
                                                false)
                                        .by(this::health),
                                new Route(GET, "/control/v1/openapi.json", "getOpenApi", Tag.Server, "This document")
                                        .answers(
                                                200,
                                                "This document.",
                                                schemas -> Route.content(
                                                        JSON, Json.object().put("type", "object"), Json.object()))
                                        .by(this::describe)))
                .flatMap(part -> part)
                .toList();
    }

    /** Whether requests for this path are for this side of the server. */
    public static boolean owns(String path) {
        return path.startsWith(ROOT) || path.equals("/control") || path.equals(HEALTH) || path.equals("/metrics");
    }

    /** All routes; a {@code HEAD} is answered like the {@code GET} of its path, without the body. */
    public void addTo(RoutesConfig config) {
        for (Route route : routes) {
            Handler handler = route.isForEverybody() ? route.handler() : guarded(route.handler());
            config.addHttpHandler(route.method, route.path, handler);
            if (route.method == HandlerType.GET) {
                config.addHttpHandler(HandlerType.HEAD, route.path, handler);
            }
        }
        config.after(ROOT + "*", Audit::ends);
    }

    private Handler guarded(Handler handler) {
        return ctx -> {
            List<String> regions = Query.of(ctx).getOrDefault(REGION, List.of());
            Account account = doorkeeper.admitToControl(RequestRecord.of(ctx), regions);
            ctx.attribute(ACCOUNT, account);
            Audit.begins(ctx, doorkeeper.nameOfAdmitted(RequestRecord.of(ctx), account));
            handler.handle(ctx);
        };
    }

    List<Route> routes() {
        return routes;
    }

    /** Answers all who wait for an action execution's end as it stands, now and from now on. */
    public void stopWaiting() {
        actionExecutions.stopWaiting();
    }

    /** Answers whatever a request made the server throw, and requests that no route is for. */
    public void refuse(Exception failure, Context ctx) {
        Problem problem;
        if (failure instanceof MethodNotAllowedResponse notAllowed) {
            String allowed = notAllowed.getDetails().get("availableMethods");
            ctx.header("Allow", allowed);
            problem = new Problem(Problem.METHOD_NOT_ALLOWED, "It takes " + allowed + ".", List.of());
        } else if (failure instanceof NotFoundResponse) {
            problem = new Problem(
                    Problem.UNKNOWN_PATH, "See /control/v1/openapi.json for the paths that there are.", List.of());
        } else {
            problem = Problem.of(failure);
        }
        Audit.refused(ctx, problem.kind());
        count(problem.kind());
        problem.kind().headers().forEach(ctx::header);
        answer(ctx, problem.kind().status(), PROBLEM_JSON, Problem.SHAPE.write(problem));
        if (problem.kind() == Problem.INTERNAL_FAILURE) {
            log.error("{} {} failed", ctx.method(), ctx.path(), failure);
        }
    }

    private void count(Problem.Kind kind) {
        Counter.builder("jobport.control.problems")
                .description("Requests to the control API that were answered with a problem.")
                .tag("kind", kind.name())
                .register(registry)
                .increment();
    }

    /** The account for which the request acts. */
    static Account account(Context ctx) {
        return ctx.attribute(ACCOUNT);
    }

    /** The parameters of the request's query, but for the region, which has been read with the account. */
    static Members query(Context ctx) {
        Members query = Members.ofQuery(Query.of(ctx));
        query.ignore(REGION);
        return query;
    }

    /** A parameter of the request's path. */
    static <V> V path(Context ctx, String name, Type<V> type) {
        Members path = Members.ofPath(ctx.pathParamMap());
        V value = path.required(name, type);
        path.check();
        return value;
    }

    static void answer(Context ctx, int status, ObjectNode body) {
        answer(ctx, status, JSON, body);
    }

    static void answerNothing(Context ctx) {
        ctx.status(204).header("Cache-Control", "no-store");
    }

    private static void answer(Context ctx, int status, String contentType, ObjectNode body) {
        ResponseBody.write(
                ctx.status(status).contentType(contentType).header("Cache-Control", "no-store"), Json.write(body));
    }

    private void health(Context ctx) {
        boolean ready = operator.isReady();
        answer(ctx, ready ? 200 : 503, HEALTH_SHAPE.write(ready));
    }

    private void describe(Context ctx) {
        ctx.contentType(JSON).result(OpenApi.print(routes));
    }

    /** The request's body; without any, an object without members. */
    private Members body(Context ctx) {
        SentRequest request = RequestRecord.of(ctx);
        if (request.body().bytes().length == 0) {
            return Members.strict(Json.object());
        }
        return Members.strict(read(request, List.of(JSON)));
    }

    /** A body that is a JSON merge patch, whether it is declared to be one or to be plain JSON. */
    private ObjectNode mergePatch(Context ctx) {
        return read(RequestRecord.of(ctx), MERGE_PATCHES);
    }

    private static ObjectNode read(SentRequest request, List<String> mediaTypes) {
        byte[] body = request.body().bytes();
        if (!mediaTypes.contains(request.mediaType())) {
            throw new Problem.UnsupportedMediaType();
        }
        request.body().reserve(Json.check(body));
        return Json.read(body);
    }
}
