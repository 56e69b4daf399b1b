package dev.jobport.adapters.persistence.postgres;

import dev.jobport.domain.client.Client;
import dev.jobport.domain.job.Job;
import java.util.Optional;

/**
 * A job and its place in the tables.
 *
 * @param seq the job's, in the order of adding
 * @param actionSeq its action's
 * @param version of the job's state
 * @param client whose it is, as it was when the row was read
 */
record JobRow(long seq, long actionSeq, long version, Job job, Optional<Client> client) {

    /** The same place, with what was made of the job and is written there. */
    JobRow with(Job next) {
        return new JobRow(seq, actionSeq, version + 1, next, client);
    }
}
