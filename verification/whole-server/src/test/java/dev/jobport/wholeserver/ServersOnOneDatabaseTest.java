package dev.jobport.wholeserver;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jobport.bootstrap.CannotStart;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.contracts.worker.ThirdPartyWorker;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two whole servers share one database: what one begins, the other may finish. */
class ServersOnOneDatabaseTest {

    private final String store = TestPostgres.create();

    @Test
    void an_action_that_one_starts_is_worked_on_through_the_other_and_whoever_waits_at_the_first_hears_of_its_end() {
        try (WholeServer one = new WholeServer(store);
                WholeServer two = new WholeServer(store)) {
            ThirdPartyWorker atOne = one.thirdPartyWorker(TIMING);
            var started = atOne.start(FULL_INPUT);
            ThirdPartyWorker atTwo = atOne.at(two);
            JobId job = atTwo.take();
            assertThat(job).isEqualTo(started.jobId());
            assertThat(atOne.poll()).isEmpty();

            var outcome = CompletableFuture.supplyAsync(() -> one.pipeline()
                    .awaitActionExecution(one.account(), started.actionExecutionId(), Duration.ofSeconds(60))
                    .toCompletableFuture()
                    .join());

            atTwo.succeed(job, COMPLETE);
            atOne.succeed(job, COMPLETE); // the answer was lost, and the other server is asked
            assertThatThrownBy(() -> atOne.fail(job)).hasMessage("Job with id " + job + " has already terminated");

            assertThat(one.pipeline().job(one.account(), job).status()).isEqualTo(JobStatus.Succeeded);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                one.pass(Duration.ofSeconds(1));
                return outcome.isDone();
            });
            assertThat(outcome.join().summary().status()).isEqualTo(ActionExecutionStatus.Succeeded);
        }
    }

    @Test
    void a_password_is_not_told_by_settings_messages_or_the_name_of_the_store() {
        Settings settings = new Settings("127.0.0.1", 0, store);
        assertThat(settings.toString()).doesNotContain("the-password");
        try (Server server = Server.start(settings)) {
            assertThat(server.storeName()).startsWith("postgres://127.0.0.1:").doesNotContain("the-password");
        }
        assertThatThrownBy(() -> Server.start(new Settings("127.0.0.1", 0, store.replace("postgres:", "postgress:"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageNotContaining("the-password");
        assertThatThrownBy(() -> Server.start(new Settings("127.0.0.1", 0, store + "_none")))
                .isInstanceOf(CannotStart.class)
                .hasMessageNotContaining("the-password");
    }
}
