package dev.jobport.bootstrap;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.Transition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes one line for each status that a job takes: ids, and nothing that is secret. */
final class LoggingJobObserver implements JobObserver {

    private static final Logger LOG = LoggerFactory.getLogger("jobs");

    @Override
    public void changed(Job job) {
        for (Transition transition : job.newTransitions()) {
            LoggingEventBuilder line = LOG.atInfo()
                    .addKeyValue("status", transition.status())
                    .addKeyValue("at", transition.at())
                    .addKeyValue("jobId", job.id())
                    .addKeyValue("actionExecutionId", job.action().id())
                    .addKeyValue("actionTypeId", job.action().actionTypeId())
                    .addKeyValue("account", job.action().account());
            job.action().clientId().ifPresent(id -> line.addKeyValue("clientId", id));
            line.log("job");
        }
    }
}
