package dev.jobport.application.driven;

import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.job.Job;

/** Is told of every job that changed, after the change is kept, and of every poll. */
@FunctionalInterface
public interface JobObserver {

    /** @param job as it is now; what is new of it are its {@link Job#newTransitions() new transitions} */
    void changed(Job job);

    /** A job worker asked for jobs of an action type, and the store answered, with jobs or with none. */
    default void polled(Account account, ActionTypeId actionTypeId) {}
}
