package dev.jobport.adapters.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.persistence.sql.BacklogColumns;
import dev.jobport.adapters.persistence.sql.KeysInUse;
import dev.jobport.adapters.persistence.sql.SqlActionTypes;
import dev.jobport.adapters.persistence.sql.SqlClients;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
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

    private static final String FILL = """
        INSERT INTO action_execution (id, account, action_type, query_value, client, input, settings, dispatch_lease, job_timeout, action_timeout,
            continuation_delay, started_at)
        SELECT 'action' || n, 'eu-west-1/' || n % 3, 'ThirdParty/Test/P' || n % 100 || '/1', '', 'c', '{}', '{}', 1, 1, 1, 1, n
        FROM generate_series(1, 20000) n;
        INSERT INTO job (id, action_execution, number, due_at, version, status, progress, transitions, invocations,
            next_change_at, action_ended_at, account, action_type, query_value, action_deadline)
        SELECT 'job' || n, n, 1, n, 1, CASE n % 2 WHEN 0 THEN 'Queued' ELSE 'Succeeded' END, '{}', '', '',
            CASE n % 2 WHEN 0 THEN n END, CASE n % 2 WHEN 1 THEN n END, 'eu-west-1/' || n % 3,
            'ThirdParty/Test/P' || n % 100 || '/1', '', n
        FROM generate_series(1, 20000) n;
        ANALYZE
        """;

    private final String url = TestDatabase.create();
    private final PostgresDatabase database =
            PostgresDatabase.open(DatabaseUrl.parse(url + "?preferQueryMode=simple"), new CompositeMeterRegistry());

    private void fillIf(boolean full) {
        if (full) {
            TestDatabase.execute(FILL, url.replaceFirst(".*/", ""));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_statement_about_jobs_follows_an_index(boolean full) {
        fillIf(full);
        Map<String, List<String>> indexes = Map.of(
                PostgresJobs.BY_IDS, List.of("job_id_key", "client_pkey"),
                Claim.LOCK, List.of("job_queued", "job_waiting", "action_execution_pkey"),
                PostgresJobs.DUE, List.of("job_changing", "action_execution_pkey"),
                PostgresHistory.REMOVE_ENDED, List.of("job_ended", "job_action_execution_number_key"),
                PostgresHistory.OF_ACTION, List.of("action_execution_id_key", "job_action_execution_number_key"),
                PostgresHistory.ALL, List.of("job_by_account"),
                PostgresHistory.OF_STATUS, List.of("job_by_status"),
                PostgresHistory.LAST_OF_ACTIONS, List.of("action_by_account", "job_action_execution_number_key"),
                JobTable.UPDATE, List.of("job_pkey", "client_pkey"),
                JobTable.UPDATE_AND_FOLLOW, List.of("job_pkey", "client_pkey"));

        for (String sql : List.of(NamedRows.sql("action_type"), SqlActionTypes.LIST)) {
            assertThat(plan(sql)).as(sql).contains("action_type_pkey").doesNotContain("Seq Scan", "Sort");
        }
        for (String sql : List.of(NamedRows.sql("client"), SqlClients.LIST, SqlClients.COUNT)) {
            assertThat(plan(sql)).as(sql).contains("client_pkey").doesNotContain("Seq Scan", "Sort");
        }
        assertThat(plan(BacklogColumns.COUNT_OPEN)).contains("job_by_status").doesNotContain("Seq Scan");
        indexes.forEach((sql, names) -> {
            String plan = plan(sql);
            assertThat(plan).as(sql).doesNotContain("Seq Scan").contains(names);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void which_keys_are_in_use_is_told_by_an_index(boolean full) {
        fillIf(full);

        assertThat(plan(KeysInUse.IDS)).doesNotContain("Seq Scan").contains("action_sealed");
    }

    /** Only what a poll finds lapsed, and what is found by then, has to be sorted. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_asked_for_in_an_order_comes_in_it(boolean full) {
        fillIf(full);
        for (String sql : List.of(
                PostgresHistory.REMOVE_ENDED,
                PostgresHistory.ALL,
                PostgresHistory.OF_STATUS,
                PostgresHistory.LAST_OF_ACTIONS)) {
            assertThat(plan(sql)).as(sql).doesNotContain("Sort");
        }
        assertThat(plan(Claim.LOCK).split("Subquery Scan on waiting")[0].split("Subquery Scan on queued")[1])
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
        List<String> plan = database.ask(
                session -> session.query("EXPLAIN (GENERIC_PLAN, COSTS OFF) " + numbered, row -> row.getString(1)));
        return String.join("\n", plan);
    }
}
