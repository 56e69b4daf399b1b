package dev.jobport.adapters.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.persistence.sql.BacklogColumns;
import dev.jobport.adapters.persistence.sql.KeysInUse;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.SqlActionTypes;
import dev.jobport.adapters.persistence.sql.SqlClients;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** No question about jobs becomes slower as jobs pile up: each is answered through an index, in the index's order. */
class QueryPlanTest {

    @TempDir
    Path directory;

    @Test
    void every_query_of_jobs_follows_an_index_and_sorts_nothing() throws SQLException {
        Map<String, String> indexes = new HashMap<>(Map.of(
                SqliteJobs.QUEUED, "INDEX job_queued (account=? AND action_type=? AND query_value=?)",
                SqliteJobs.QUEUED_BY_NOW,
                        "INDEX job_waiting (account=? AND action_type=? AND query_value=? AND next_change_at<?)",
                SqliteJobs.DUE, "INDEX job_changing (next_change_at<?)",
                SqliteJobs.BY_ID, "j USING INDEX sqlite_autoindex_job_1 (id=?)",
                SqliteJobs.BY_SEQ, "j USING INTEGER PRIMARY KEY (rowid=?)",
                SqliteHistory.OF_ACTION, "j USING INDEX sqlite_autoindex_job_2 (action_execution=?)",
                SqliteHistory.ALL, "j USING INDEX job_by_account (account=? AND rowid<?)",
                SqliteHistory.OF_STATUS, "j USING INDEX job_by_status (status=? AND account=? AND rowid<?)",
                SqliteHistory.LAST_OF_ACTIONS, "a USING INDEX action_by_account (account=? AND rowid<?)",
                SqlActionTypes.LIST, "action_type USING PRIMARY KEY (account=? AND id>?)"));
        indexes.put(SqlClients.LIST, "client USING PRIMARY KEY (account=? AND id>?)");
        indexes.put(SqlClients.COUNT, "client USING PRIMARY KEY (account=?)");
        indexes.put(BacklogColumns.COUNT_OPEN, "job USING COVERING INDEX job_by_status (status=? AND account=?)");

        try (Session session = newFile()) {
            for (Map.Entry<String, String> query : indexes.entrySet()) {
                assertThat(plan(session, query.getKey()))
                        .as(query.getKey())
                        .anyMatch(step -> step.contains(query.getValue()))
                        .noneMatch(step -> isSlow(step) && !step.startsWith("SCAN counted"));
            }
        }
    }

    @Test
    void the_backlog_looks_at_no_job_that_has_ended() throws SQLException {
        try (Session session = newFile()) {
            assertThat(plan(session, SqliteHistory.BACKLOG))
                    .filteredOn(step -> step.startsWith("SCAN") || step.startsWith("SEARCH"))
                    .hasSize(3)
                    .anyMatch(step -> step.contains("SCAN job USING COVERING INDEX job_queued"))
                    .anyMatch(step -> step.contains("SCAN job USING INDEX job_waiting"))
                    .anyMatch(step -> step.contains("SEARCH job USING INDEX job_by_status (status=?)"));
        }
    }

    @Test
    void which_keys_are_in_use_is_told_by_an_index() throws SQLException {
        try (Session session = newFile()) {
            assertThat(plan(session, KeysInUse.IDS))
                    .filteredOn(step -> step.contains("action_execution"))
                    .hasSize(2)
                    .allMatch(step -> step.startsWith("SEARCH") && step.contains("INDEX action_sealed"));
        }
    }

    @Test
    void a_slow_plan_would_be_noticed() throws SQLException {
        try (Session session = newFile()) {
            assertThat(plan(session, "SELECT id FROM job WHERE nonce = ?")).anyMatch(QueryPlanTest::isSlow);
            assertThat(plan(session, "SELECT id FROM job WHERE status = ? ORDER BY due_at"))
                    .anyMatch(QueryPlanTest::isSlow);
        }
    }

    private Session newFile() throws SQLException {
        Path path = directory.resolve("jobport.db");
        SqliteStore.open(path).close();
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + path);
        return new Session(database);
    }

    private static List<String> plan(Session session, String query) throws SQLException {
        return session.query("EXPLAIN QUERY PLAN " + query, row -> row.getString("detail"));
    }

    private static boolean isSlow(String step) {
        return step.startsWith("SCAN") || step.contains("TEMP B-TREE");
    }
}
