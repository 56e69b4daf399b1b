package dev.jobport.adapters.persistence.sqlite;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.SECRET;
import static dev.jobport.contracts.fixtures.Samples.SETTINGS;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.SUCCESS;
import static dev.jobport.contracts.fixtures.Samples.THIRD_PARTY_DEFINITION;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Store;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/**
 * A file that the server of the first schema wrote, kept as SQL, is opened by the server of today, and nothing is lost. The
 * file never changes: a store that reads its own files only would not notice that it reads no others any more.
 */
class OlderFileTest {

    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open_the_file() throws IOException, SQLException {
        Path file = directory.resolve("jobport.db");
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        try (InputStream kept = OlderFileTest.class.getResourceAsStream("/first-schema.sql");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(new String(kept.readAllBytes(), UTF_8));
        }
        store = SqliteStore.open(file);
    }

    @AfterEach
    void close_the_store() {
        store.close();
    }

    @Test
    void jobs_of_every_status_are_there_with_all_that_their_actions_were_given() {
        List<Job> all = jobs(Optional.empty());

        assertThat(all).extracting(Job::status).contains(JobStatus.values()).hasSize(9);
        assertThat(all)
                .extracting(Job::action)
                .allSatisfy(action -> assertThat(action)
                        .usingRecursiveComparison()
                        .isEqualTo(new ActionExecution(
                                action.id(),
                                QUEUE,
                                Optional.of(CLIENT),
                                FULL_INPUT,
                                Set.of(SECRET),
                                SETTINGS,
                                TIMING,
                                START)));
        assertThat(store.history().lastOfActions(ACCOUNT, PageRequest.first()).items())
                .hasSize(JobStatus.values().length);
    }

    @Test
    void what_became_of_them_is_told_as_it_was_then() {
        assertThat(jobs(JobStatus.Succeeded).get(0).progress()).satisfies(progress -> {
            assertThat(progress.currentRevision()).isEqualTo(SUCCESS.currentRevision());
            assertThat(Optional.of(progress.executionDetails())).isEqualTo(SUCCESS.executionDetails());
        });
        assertThat(jobs(JobStatus.Failed).get(0).progress().errorDetails())
                .hasValueSatisfying(error -> assertThat(error.message()).isEqualTo(FAILURE.message()));
        assertThat(jobs(JobStatus.Dispatched).get(0).nonce()).isPresent();
        assertThat(jobs(JobStatus.InProgress).get(0).transitions())
                .extracting(it -> it.status())
                .containsExactly(JobStatus.Created, JobStatus.Queued, JobStatus.Dispatched, JobStatus.InProgress);
        Job followUp = jobs(JobStatus.Created).get(0);
        assertThat(followUp.dueAt()).isEqualTo(START.plus(TIMING.continuationDelay()));
        assertThat(store.history().ofAction(followUp.action().id()))
                .extracting(Job::status)
                .containsExactly(JobStatus.Succeeded, JobStatus.Created);
    }

    @Test
    void work_goes_on() {
        List<JobId> queued = jobs(JobStatus.Queued).stream().map(Job::id).toList();

        assertThat(after(store.jobs().claim(QUEUE, 10, START, job -> job.dispatch(newNonce(), START))))
                .extracting(Job::id)
                .containsExactlyElementsOf(queued);
        Job inProgress = jobs(JobStatus.InProgress).get(0);
        store.jobs().update(inProgress.id(), job -> job.succeed(SUCCESS, () -> SomeJobs.newJobId(), START));
        assertThat(store.jobs().find(inProgress.id()))
                .hasValueSatisfying(job -> assertThat(job.status()).isEqualTo(JobStatus.Succeeded));
    }

    @Test
    void action_types_tombstones_and_clients_are_there() {
        assertThat(store.actionTypes().list(ACCOUNT, "", 10))
                .containsExactly(new ActionType(ACTION_TYPE, THIRD_PARTY_DEFINITION, TIMING)
                        .tagged(new Tags(Map.of("Abteilung", "Prüfung"))));
        assertThat(store.actionTypes().list(OTHER_ACCOUNT, "", 10))
                .containsExactly(new ActionType(CUSTOM_ACTION_TYPE, Timing.defaultsFor(ActionOwner.Custom)).delete());
        assertThat(store.clients().find(ACCOUNT, CLIENT)).contains(Client.register(CLIENT, new ClientToken("token")));
    }

    private List<Job> jobs(JobStatus status) {
        return jobs(Optional.of(status));
    }

    private List<Job> jobs(Optional<JobStatus> status) {
        return store.history().list(ACCOUNT, status, PageRequest.first()).items();
    }
}
