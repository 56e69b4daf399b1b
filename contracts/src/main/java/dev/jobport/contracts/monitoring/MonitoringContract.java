package dev.jobport.contracts.monitoring;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.Backlog;
import dev.jobport.application.driving.Monitoring;
import dev.jobport.contracts.worker.CustomWorker;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.JobStatus;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What those who watch over a server may rely on. */
public interface MonitoringContract extends JobWorkerWorld {

    /** The port under test. */
    Monitoring monitoring();

    @Test
    default void the_backlog_counts_what_has_not_ended_by_status() {
        CustomWorker worker = customWorker(TIMING);
        worker.startAndTake();
        worker.start();
        worker.start();

        assertThat(backlog(worker.actionType())).isEqualTo(Map.of(JobStatus.Queued, 2L, JobStatus.InProgress, 1L));
    }

    @Test
    default void what_has_ended_is_no_backlog() {
        CustomWorker worker = customWorker(TIMING);
        worker.succeed(worker.startAndTake(), COMPLETE);

        assertThat(backlog(worker.actionType())).isEmpty();
    }

    private Map<JobStatus, Long> backlog(ActionTypeId type) {
        return monitoring().backlog().stream()
                .filter(entry -> entry.account().equals(account())
                        && entry.actionTypeId().equals(type))
                .collect(Collectors.toMap(Backlog::status, Backlog::jobs));
    }
}
