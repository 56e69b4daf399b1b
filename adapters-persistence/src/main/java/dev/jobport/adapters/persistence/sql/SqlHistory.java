package dev.jobport.adapters.persistence.sql;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions about many jobs. How what ended is removed is each store's own. */
public abstract class SqlHistory implements JobHistory {

    private final Database database;
    private final Queries queries;
    private final JobColumns columns;

    /**
     * The questions in the database's own words, for each must follow an index. All but the last select
     * {@link JobColumns#READ}.
     *
     * @param ofAction by the action's id, in order
     * @param all by an account, a place that all come before, and how many; the newest first, as in the two that follow
     * @param ofStatus by a status, and like all
     * @param lastOfActions by an account, an action's place that all come before, and how many
     * @param backlog selects {@link BacklogColumns#SELECT}
     */
    public record Queries(String ofAction, String all, String ofStatus, String lastOfActions, String backlog) {}

    protected SqlHistory(Database database, Queries queries, SecretsKeys keys) {
        this.database = database;
        this.queries = queries;
        this.columns = new JobColumns(keys);
    }

    @Override
    public final List<Job> ofAction(ActionExecutionId id) {
        return database.ask(session -> session.query(queries.ofAction(), columns::read, Database.storable(id.value())));
    }

    @Override
    public final Page<Job> list(Account account, Optional<JobStatus> status, PageRequest page) {
        String of = account.toString();
        return status.map(only -> page("jobs." + only, page, "seq", queries.ofStatus(), only.name(), of))
                .orElseGet(() -> page("jobs", page, "seq", queries.all(), of));
    }

    @Override
    public final Page<Job> lastOfActions(Account account, PageRequest page) {
        return page("actions", page, "action_execution", queries.lastOfActions(), account.toString());
    }

    private Page<Job> page(String list, PageRequest page, String place, String sql, Object... of) {
        List<Object> arguments = new ArrayList<>(List.of(of));
        arguments.add(page.below(list));
        arguments.add(page.maxResults() + 1);
        List<Placed> found = database.ask(session ->
                session.query(sql, row -> new Placed(row.getLong(place), columns.read(row)), arguments.toArray()));
        return page.pageOf(list, found, Placed::place).map(Placed::job);
    }

    private record Placed(long place, Job job) {}

    @Override
    public final long openActions(Account account, int atMost) {
        return database.ask(
                session -> session.one(BacklogColumns.COUNT_OPEN, row -> row.getLong(1), account.toString(), atMost));
    }

    @Override
    public final List<Backlog> backlog() {
        return database.ask(session -> session.query(queries.backlog(), BacklogColumns::read));
    }
}
