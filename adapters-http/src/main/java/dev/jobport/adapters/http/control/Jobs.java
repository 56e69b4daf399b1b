package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;
import static dev.jobport.adapters.http.control.ControlApi.query;

import dev.jobport.adapters.http.control.ControlApi.Route;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.stream.Stream;

/** Shows jobs. */
final class Jobs {

    private static final String ALL = "/control/v1/jobs";

    private final Pipelines pipeline;

    Jobs(Pipelines pipeline) {
        this.pipeline = pipeline;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(HandlerType.GET, ALL, this::list), new Route(HandlerType.GET, ALL + "/{jobId}", this::get));
    }

    private void list(Context ctx) {
        Members query = query(ctx);
        var status = query.optional("status", JobStatus.class);
        var page = Views.pageRequest(query);
        query.check();
        answer(ctx, 200, Views.page("jobs", pipeline.jobs(account(ctx), status, page), Views::job));
    }

    private void get(Context ctx) {
        Members path = Members.ofPath(ctx.pathParamMap());
        JobId id = path.required("jobId", JobId::new);
        path.check();
        answer(ctx, 200, Views.job(pipeline.job(account(ctx), id)));
    }
}
