package dev.jobport.bootstrap;

import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;

/** Knows a lapsed lease among a job's transitions. */
final class Lapse {

    private Lapse() {}

    /** A job that is given back is queued before its lease has lapsed. */
    static boolean isAt(int index, Job job) {
        if (index == 0) {
            return false;
        }
        Transition before = job.transitions().get(index - 1);
        Transition after = job.transitions().get(index);
        return before.status() == JobStatus.Dispatched
                && after.status() == JobStatus.Queued
                && !after.at().isBefore(before.at().plus(job.action().timing().dispatchLease()));
    }
}
