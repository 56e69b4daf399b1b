package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.domain.job.Job;

/**
 * A job and its place in the tables.
 *
 * @param seq the job's, in the order of adding
 * @param actionSeq its action's
 */
record JobRow(long seq, long actionSeq, Job job) {}
