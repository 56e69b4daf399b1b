package dev.jobport.application.driven;

import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.Transition;
import java.util.List;

/** Is told of every job that changed, after the change is kept, and of every poll. */
@FunctionalInterface
public interface JobObserver {

    /**
     * @param job as it is now
     * @param news its latest transitions: those that it has made with this change, oldest first
     */
    void changed(Job job, List<Transition> news);

    /** A job worker asked for jobs of an action type, and the store answered, with jobs or with none. */
    default void polled(Account account, ActionTypeId actionTypeId) {}
}
