package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.Job;
import java.util.Optional;

/**
 * A job and its place in the tables.
 *
 * @param seq the job's, in the order of adding
 * @param actionSeq its action's
 * @param client whose it is
 */
record JobRow(long seq, long actionSeq, Job job, Optional<Client> client) {

    /** The same place, with what was made of the job and is written there. */
    JobRow with(Job next) {
        return new JobRow(seq, actionSeq, next, client);
    }

    JobRow of(Optional<Client> next) {
        return new JobRow(seq, actionSeq, job, next);
    }

    boolean isOf(Account account, ClientId id) {
        return job.action().account().equals(account) && job.action().clientId().equals(Optional.of(id));
    }
}
