package dev.jobport.adapters.http.worker;

import dev.jobport.adapters.http.javalin.RequestRecord;
import dev.jobport.adapters.http.javalin.ResponseBody;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.Throttle;
import dev.jobport.adapters.wire.Answer;
import dev.jobport.adapters.wire.AwsJson;
import dev.jobport.application.driving.DrivingPorts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries AWS JSON 1.1 over the web server, at {@code POST /}, and counts it. */
public final class WorkerApi {

    private static final Logger log = LoggerFactory.getLogger(WorkerApi.class);

    /** The attributes of a request that say when it began, and what it was answered. */
    private static final String BEGAN = "jobport.began";

    private static final String ANSWER = "jobport.answer";

    private final AwsJson awsJson;
    private final RequestMeters meters;

    /** @param maxRequestsPerSecond with the same access key; 0 for any number */
    public WorkerApi(DrivingPorts ports, Doorkeeper doorkeeper, int maxRequestsPerSecond, MeterRegistry registry) {
        Throttle throttle = new Throttle(maxRequestsPerSecond);
        this.awsJson = new AwsJson(
                ports,
                doorkeeper,
                throttle::admits,
                (requestId, failure) -> log.error("request {} failed", requestId, failure));
        this.meters = new RequestMeters(registry);
    }

    public void addTo(RoutesConfig routes) {
        routes.before("/", ctx -> ctx.attribute(BEGAN, System.nanoTime()));
        routes.post("/", ctx -> send(ctx, awsJson.answer(RequestRecord.of(ctx))));
        routes.after("/", this::count);
    }

    private void count(Context ctx) {
        long began = ctx.<Long>attribute(BEGAN);
        Answer answer = ctx.attribute(ANSWER); // none if a Java error passed by
        meters.record(
                answer == null ? "unknown" : answer.operation(),
                answer == null ? "500" : answer.outcome(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** Answers requests that no route is for, and whatever else the web server refuses. */
    public void refuse(Exception failure, Context ctx) {
        send(
                ctx,
                failure instanceof HttpResponseException
                        ? awsJson.nothingHere(RequestRecord.of(ctx))
                        : awsJson.failed(RequestRecord.of(ctx), failure));
    }

    private static void send(Context ctx, Answer answer) {
        ctx.attribute(ANSWER, answer);
        ctx.status(answer.status());
        answer.headers().forEach(ctx::header);
        ResponseBody.write(ctx, answer.body());
    }
}
