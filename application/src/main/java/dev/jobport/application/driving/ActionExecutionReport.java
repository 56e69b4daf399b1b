package dev.jobport.application.driving;

import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.job.Job;
import java.util.List;
import java.util.Map;

/**
 * How an action execution stands, and the whole story of its jobs.
 *
 * @param configuration in the order given, with {@code ****} for secrets
 * @param pipelineContext where in a pipeline the action stands
 * @param jobs in the order in which they carried the action out
 */
public record ActionExecutionReport(
        ActionExecutionSummary summary,
        Map<String, String> configuration,
        PipelineContext pipelineContext,
        List<JobReport> jobs) {

    /** @param jobs all jobs of the action, in order, at least one */
    public static ActionExecutionReport of(List<Job> jobs) {
        return new ActionExecutionReport(
                ActionExecutionSummary.of(jobs.get(jobs.size() - 1)),
                jobs.get(0).action().shownConfiguration(),
                jobs.get(0).action().input().pipelineContext(),
                jobs.stream().map(JobReport::of).toList());
    }

    /** The one that tells how the action stands. */
    public JobReport lastJob() {
        return jobs.get(jobs.size() - 1);
    }

    /** Whether nothing more will happen. */
    public boolean isFinished() {
        return summary.status() != ActionExecutionStatus.InProgress;
    }
}
