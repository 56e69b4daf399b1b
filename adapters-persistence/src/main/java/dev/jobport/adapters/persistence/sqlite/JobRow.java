package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.domain.job.Job;

/**
 * A job and its place in the tables.
 *
 * @param seq the job's, in the order of adding
 * @param actionSeq its action's
 */
record JobRow(long seq, long actionSeq, Job job) {

    /** The same place, with what was made of the job and is written there. */
    JobRow with(Job next) {
        return new JobRow(seq, actionSeq, next);
    }
}
