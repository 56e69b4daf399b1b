package dev.jobport.adapters.persistence.sqlite;

import com.google.common.cache.Cache;
import dev.jobport.adapters.persistence.sql.JobRow;
import dev.jobport.adapters.persistence.sql.Remembered;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs that were changed last, as they are on disk: a worker's calls are about the same few jobs, one soon after the
 * other. They can be kept here because the store has its file to itself, and only the {@link Writer} puts them here.
 */
final class RecentJobs {

    private final Cache<JobId, JobRow> committed = Remembered.bySize(row -> Remembered.bytes(row.job()));

    /** By the transaction that is under way; for the writer's thread only. */
    private final Map<JobId, JobRow> changed = new HashMap<>();

    Optional<JobRow> find(JobId id) {
        return Optional.ofNullable(committed.getIfPresent(id));
    }

    /** Also what the transaction that is under way has made of a job. */
    Optional<JobRow> findInTransaction(JobId id) {
        JobRow row = changed.get(id);
        return row == null ? find(id) : Optional.of(row);
    }

    void change(JobRow row) {
        changed.put(row.job().id(), row);
    }

    void committed() {
        committed.putAll(changed);
        changed.clear();
    }

    void undone() {
        changed.clear();
    }

    /**
     * A client is replaced, removed or added by the transaction that is under way. Until that is committed, its jobs are
     * read from disk.
     */
    void changeClient(Account account, ClientId id, Optional<Client> next) {
        committed.asMap().values().removeIf(row -> row.isOf(account, id));
        changed.replaceAll((job, row) -> row.isOf(account, id) ? row.of(next) : row);
    }

    /** Their jobs are about to be removed. */
    void forgetActions(Set<Long> actionSeqs) {
        committed.asMap().values().removeIf(row -> actionSeqs.contains(row.actionSeq()));
    }

    /** Nobody knows what is on disk. */
    void forget() {
        changed.clear();
        committed.invalidateAll();
    }
}
