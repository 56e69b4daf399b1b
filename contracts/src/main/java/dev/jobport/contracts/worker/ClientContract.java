package dev.jobport.contracts.worker;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_CLIENT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What job workers see of it when a client's token is rotated, and when a client is removed. */
public interface ClientContract extends JobWorkerWorld {

    @Test
    @Clause(id = "CLIENT-1", source = Source.OURS, where = "decision 32")
    default void a_token_that_was_rotated_counts_no_more_and_the_new_one_does() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        JobId job = worker.startAndTake();

        RegisteredClient rotated =
                operator().rotateClient(account(), worker.client().clientId(), Optional.empty());

        assertThat(rotated.clientId()).isEqualTo(worker.client().clientId());
        assertThat(rotated.clientToken()).isNotEqualTo(worker.token());
        assertThatThrownBy(() -> worker.data(job)).isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(() -> worker.succeed(job, COMPLETE)).isInstanceOf(Refusal.InvalidClientToken.class);
        worker.stands(job, JobStatus.InProgress);
        assertThatCode(() -> thirdParty().putThirdPartyJobSuccessResult(caller(), job, rotated.clientToken(), COMPLETE))
                .doesNotThrowAnyException();
        worker.stands(job, JobStatus.Succeeded);
    }

    @Test
    @Clause(id = "CLIENT-2", source = Source.OURS, where = "decision 32")
    default void a_token_can_be_given_when_one_is_rotated() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        ClientToken given = new ClientToken("chosen by the operator");

        assertThat(operator()
                        .rotateClient(account(), worker.client().clientId(), Optional.of(given))
                        .clientToken())
                .isEqualTo(given);
    }

    @Test
    @Clause(id = "CLIENT-3", source = Source.OURS, where = "decision 32")
    default void jobs_of_a_client_that_was_removed_are_nobodys() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();

        operator().removeClient(account(), worker.client().clientId());

        assertThatThrownBy(() -> worker.data(job)).isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(() -> worker.acknowledge(job, nonce)).isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(worker::start).isInstanceOf(Refusal.ClientNotFound.class);
        assertThat(everyPage(page -> operator().clients(account(), page)))
                .doesNotContain(worker.client().clientId());
        pass(TIMING.actionTimeout());
        worker.stands(job, JobStatus.TimedOut);
    }

    @Test
    @Clause(id = "CLIENT-4", source = Source.OURS, where = "decision 32")
    default void a_client_that_was_registered_again_goes_on_with_its_jobs() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        JobId job = worker.startAndTake();
        operator().removeClient(account(), worker.client().clientId());

        operator().registerClient(account(), Optional.of(worker.client().clientId()), Optional.of(worker.token()));

        worker.succeed(job, COMPLETE);
        worker.stands(job, JobStatus.Succeeded);
    }

    @Test
    @Clause(id = "CLIENT-5", source = Source.OURS, where = "decision 32")
    default void an_unknown_client_can_be_neither_rotated_nor_removed() {
        assertThatThrownBy(() -> operator().rotateClient(account(), OTHER_CLIENT, Optional.empty()))
                .isInstanceOf(Refusal.ClientNotFound.class);
        assertThatThrownBy(() -> operator().removeClient(account(), OTHER_CLIENT))
                .isInstanceOf(Refusal.ClientNotFound.class);
    }

    @Test
    @Clause(id = "CLIENT-6", source = Source.OURS, where = "decision 26")
    default void a_client_of_another_account_can_be_neither_rotated_nor_removed() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        JobId job = worker.startAndTake();
        ClientId client = worker.client().clientId();

        foreigners().forEach(foreigner -> {
            assertThatThrownBy(() -> operator().rotateClient(foreigner.account(), client, Optional.empty()))
                    .isInstanceOf(Refusal.ClientNotFound.class);
            assertThatThrownBy(() -> operator().removeClient(foreigner.account(), client))
                    .isInstanceOf(Refusal.ClientNotFound.class);
        });
        assertThatCode(() -> worker.data(job)).doesNotThrowAnyException();
    }
}
