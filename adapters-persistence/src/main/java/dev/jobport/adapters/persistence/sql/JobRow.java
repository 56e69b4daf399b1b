package dev.jobport.adapters.persistence.sql;

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
 * @param version of the job's state; says nothing in a store that does not count changes
 * @param client whose it is, as it was when the row was read
 */
public record JobRow(long seq, long actionSeq, long version, Job job, Optional<Client> client) {

    /** The same place, with what was made of the job and is written there. */
    public JobRow with(Job next) {
        return new JobRow(seq, actionSeq, version + 1, next, client);
    }

    public JobRow of(Optional<Client> next) {
        return new JobRow(seq, actionSeq, version, job, next);
    }

    public boolean isOf(Account account, ClientId id) {
        return job.action().account().equals(account) && job.action().clientId().equals(Optional.of(id));
    }
}
