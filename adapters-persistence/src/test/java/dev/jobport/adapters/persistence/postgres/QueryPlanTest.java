package dev.jobport.adapters.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No statement about jobs becomes slower as jobs pile up: each follows an index, in the plan that PostgreSQL makes
 * without knowing the arguments, of empty tables and of full ones.
 */
class QueryPlanTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\?");

    private final Database database =
            Database.open(DatabaseUrl.parse(TestDatabase.create() + "?preferQueryMode=simple"));

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_statement_about_jobs_follows_an_index(boolean full) {
        fillIf(full);
        Map<String, List<String>> indexes = Map.of(
                PostgresJobs.BY_IDS, List.of("job_id_key"),
                PostgresJobs.CLAIM, List.of("job_queued", "job_waiting", "action_execution_pkey"),
                PostgresJobs.DUE, List.of("job_changing", "action_execution_pkey"),
                PostgresJobs.REMOVE_ENDED, List.of("job_ended", "job_action_execution_number_key"),
                PostgresJobs.OF_ACTION, List.of("action_execution_id_key", "job_action_execution_number_key"),
                PostgresJobs.ALL, List.of("job_pkey"),
                PostgresJobs.OF_STATUS, List.of("job_by_status"),
                PostgresJobs.LAST_OF_ACTIONS, List.of("action_execution_pkey", "job_action_execution_number_key"),
                JobTable.UPDATE, List.of("job_pkey"),
                JobTable.UPDATE_AND_FOLLOW, List.of("job_pkey"));

        indexes.forEach((sql, names) -> {
            String plan = plan(sql);
            assertThat(plan).as(sql).doesNotContain("Seq Scan").contains(names);
        });
    }

    /** Only what a poll finds lapsed, and what is found by then, has to be sorted. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_asked_for_in_an_order_comes_in_it(boolean full) {
        fillIf(full);
        for (String sql : List.of(
                PostgresJobs.REMOVE_ENDED, PostgresJobs.ALL, PostgresJobs.OF_STATUS, PostgresJobs.LAST_OF_ACTIONS)) {
            assertThat(plan(sql)).as(sql).doesNotContain("Sort");
        }
        assertThat(plan(PostgresJobs.CLAIM).split("CTE waiting")[0].split("CTE queued")[1])
                .contains("job_queued")
                .doesNotContain("Sort");
        assertThat(plan(PostgresJobs.DUE).split("CTE due")[1].split("CTE Scan")[0])
                .contains("job_changing")
                .doesNotContain("Sort");
    }

    @Test
    void a_slow_plan_would_be_noticed() {
        assertThat(plan("SELECT id FROM job WHERE nonce = ?")).contains("Seq Scan");
        assertThat(plan("SELECT id FROM job WHERE status = ? ORDER BY due_at")).contains("Sort");
    }

    private String plan(String sql) {
        AtomicInteger number = new AtomicInteger();
        String numbered = ARGUMENT.matcher(sql).replaceAll(mark -> "\\$" + number.incrementAndGet());
        return database.ask(session -> {
            try (Statement statement = session.connection().createStatement();
                    ResultSet rows = statement.executeQuery("EXPLAIN (GENERIC_PLAN, COSTS OFF) " + numbered)) {
                StringBuilder plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                return plan.toString();
            }
        });
    }
}
