package dev.jobport.bootstrap;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one line for each status that a job takes: ids, and nothing that is secret. A lapsed lease is told as such, and a
 * timeout is a warning.
 */
final class LoggingJobObserver implements JobObserver {

    private static final Logger LOG = LoggerFactory.getLogger("jobs");

    @Override
    public void changed(Job job, List<Transition> news) {
        List<Transition> all = job.transitions();
        for (int i = all.size() - news.size(); i < all.size(); i++) {
            Transition transition = all.get(i);
            LoggingEventBuilder line = LOG.atLevel(transition.status() == JobStatus.TimedOut ? Level.WARN : Level.INFO)
                    .addKeyValue("status", transition.status())
                    .addKeyValue("at", transition.at())
                    .addKeyValue("jobId", job.id())
                    .addKeyValue("actionExecutionId", job.action().id())
                    .addKeyValue("actionTypeId", job.action().actionTypeId())
                    .addKeyValue("account", job.action().account());
            job.action().clientId().ifPresent(id -> line.addKeyValue("clientId", id));
            line.log(Lapse.isAt(i, job) ? "lease lapsed" : "job");
        }
    }
}
