package dev.jobport.adapters.persistence.sqlite;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.persistence.sql.JobRow;
import dev.jobport.adapters.persistence.sql.Remembered;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of jobs is bounded by its size, which their clients choose. */
class RecentJobsTest {

    private final RecentJobs recent = new RecentJobs();

    @Test
    void small_jobs_are_remembered_by_the_thousand() {
        List<JobRow> rows = keep(1_500, 1);

        assertThat(rows)
                .allSatisfy(row -> assertThat(recent.find(row.job().id())).contains(row));
    }

    @Test
    void of_large_jobs_only_a_few_are_remembered_the_latest() {
        List<JobRow> rows = keep(200, 50);

        List<JobRow> found = rows.stream()
                .filter(row -> recent.find(row.job().id()).isPresent())
                .toList();
        assertThat(found).hasSizeBetween(10, 100).contains(rows.get(rows.size() - 1));
        assertThat(found.stream().mapToLong(row -> Remembered.bytes(row.job())).sum())
                .isLessThanOrEqualTo(8L * 1024 * 1024);
    }

    @Test
    void a_client_that_the_transaction_changes_is_the_new_one_in_it_and_unknown_to_others_until_it_is_committed() {
        Client first = Client.register(CLIENT, new ClientToken("first"));
        Client second = Client.register(CLIENT, new ClientToken("second"));
        JobRow untouched = new JobRow(1, 1, 0, SomeJobs.aJob().first(), Optional.of(first));
        recent.change(untouched);
        recent.committed();
        JobRow changed = new JobRow(2, 2, 0, SomeJobs.aJob().first(), Optional.of(first));
        recent.change(changed);

        recent.changeClient(ACCOUNT, CLIENT, Optional.of(second));

        assertThat(recent.findInTransaction(changed.job().id()))
                .hasValueSatisfying(row -> assertThat(row.client()).contains(second));
        assertThat(recent.find(changed.job().id())).isEmpty();
        assertThat(recent.findInTransaction(untouched.job().id())).isEmpty();
        recent.committed();
        assertThat(recent.find(changed.job().id()))
                .hasValueSatisfying(row -> assertThat(row.client()).contains(second));
    }

    private List<JobRow> keep(int jobs, int thousandsOfCharacters) {
        List<JobRow> rows = IntStream.range(0, jobs)
                .mapToObj(i -> new JobRow(i, i, 0, jobWith(thousandsOfCharacters), Optional.empty()))
                .toList();
        rows.forEach(row -> {
            recent.change(row);
            recent.committed();
        });
        return rows;
    }

    private static Job jobWith(int thousandsOfCharacters) {
        Map<String, String> configuration = IntStream.range(0, thousandsOfCharacters)
                .boxed()
                .collect(Collectors.toMap(i -> "key-" + i, i -> "x".repeat(900)));
        return SomeJobs.aBareJob().of(configuredInput(configuration)).first();
    }
}
