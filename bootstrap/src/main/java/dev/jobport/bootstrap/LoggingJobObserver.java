package dev.jobport.bootstrap;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.Transition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for each status that a job takes: ids, and nothing that is secret. */
final class LoggingJobObserver implements JobObserver {

    private static final Logger LOG = LoggerFactory.getLogger("jobs");

    @Override
    public void changed(Job job) {
        for (Transition transition : job.newTransitions()) {
            LOG.atInfo()
                    .addKeyValue("status", transition.status())
                    .addKeyValue("at", transition.at())
                    .addKeyValue("jobId", job.id())
                    .addKeyValue("actionExecutionId", job.action().id())
                    .addKeyValue("actionTypeId", job.action().actionTypeId())
                    .addKeyValue("clientId", job.action().clientId())
                    .log("job");
        }
    }
}
