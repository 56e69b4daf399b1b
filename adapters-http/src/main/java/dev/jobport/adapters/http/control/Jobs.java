package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.http.control.ControlApi.account;
import static dev.jobport.adapters.http.control.ControlApi.answer;
import static dev.jobport.adapters.http.control.ControlApi.path;
import static dev.jobport.adapters.http.control.ControlApi.query;
import static io.javalin.http.HandlerType.GET;

import dev.jobport.adapters.http.control.Route.Tag;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.job.JobId;
import io.javalin.http.Context;
import java.util.stream.Stream;

/** Shows jobs. */
final class Jobs {

    private static final String ALL = "/control/v1/jobs";

    private static final Type<JobId> JOB_ID = Types.text(JobId.FORM, JobId::new, JobId::value);

    private final Pipelines pipeline;

    Jobs(Pipelines pipeline) {
        this.pipeline = pipeline;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(GET, ALL, "listJobs", Tag.Jobs, "Jobs, newest first")
                        .inARegion()
                        .query("status", ReportShapes.JOB_STATUS.about("Only jobs of this status."))
                        .page()
                        .answers(200, "One page of them.", ReportShapes.JOBS, Examples.pageOf(Examples.JOB))
                        .by(this::list),
                new Route(GET, ALL + "/{jobId}", "getJob", Tag.Jobs, "A job")
                        .inARegion()
                        .path("jobId", JOB_ID)
                        .answers(200, "The job.", ReportShapes.JOB, Examples.JOB)
                        .mayFail(404)
                        .by(this::get));
    }

    private void list(Context ctx) {
        Members query = query(ctx);
        var status = query.optional("status", ReportShapes.JOB_STATUS);
        var page = PageParameters.read(query);
        query.check();
        answer(ctx, 200, ReportShapes.JOBS.write(pipeline.jobs(account(ctx), status, page)));
    }

    private void get(Context ctx) {
        answer(ctx, 200, ReportShapes.JOB.write(pipeline.job(account(ctx), path(ctx, "jobId", JOB_ID))));
    }
}
