package dev.jobport.application.driven;

import dev.jobport.domain.job.Job;

/** Is told of every job that changed, after the change is kept. */
@FunctionalInterface
public interface JobObserver {

    /** @param job as it is now; what is new of it are its {@link Job#newTransitions() new transitions} */
    void changed(Job job);
}
