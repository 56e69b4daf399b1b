package dev.jobport.contracts.operator;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.contracts.worker.ThirdPartyWorker;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator may rely on who registers clients, and who asks whether all is well. */
public interface OperatedClientContract extends JobWorkerWorld {

    private static ClientId newClientId() {
        return new ClientId(UUID.randomUUID().toString());
    }

    private RegisteredClient registered() {
        return operator().registerClient(account(), Optional.empty(), Optional.empty());
    }

    @Test
    default void an_id_and_a_token_that_are_given_are_those_of_the_client() {
        ClientId id = newClientId();
        ClientToken token = new ClientToken("Größe-1");

        RegisteredClient client = operator().registerClient(account(), Optional.of(id), Optional.of(token));

        assertThat(client).isEqualTo(new RegisteredClient(id, token));
    }

    @Test
    default void an_id_and_a_token_that_are_not_given_are_new_each_time() {
        RegisteredClient one = registered();
        RegisteredClient other = registered();

        assertThat(other.clientId()).isNotEqualTo(one.clientId());
        assertThat(other.clientToken()).isNotEqualTo(one.clientToken());
    }

    @Test
    default void an_id_that_is_taken_is_refused_and_the_client_keeps_its_token() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        JobId job = worker.startAndTake();

        assertThatThrownBy(() -> operator()
                        .registerClient(account(), Optional.of(worker.client().clientId()), Optional.empty()))
                .isInstanceOf(Refusal.ClientAlreadyExists.class);
        assertThat(worker.data(job)).isNotNull();
    }

    @Test
    default void a_token_that_was_rotated_counts_no_more_and_the_new_one_does() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        JobId job = worker.startAndTake();
        ClientToken token = new ClientToken("the-next-one");

        RegisteredClient rotated =
                operator().rotateClient(account(), worker.client().clientId(), Optional.of(token));

        assertThat(rotated).isEqualTo(new RegisteredClient(worker.client().clientId(), token));
        assertThatThrownBy(() -> worker.data(job)).isInstanceOf(Refusal.InvalidClientToken.class);
        assertThat(thirdParty().getThirdPartyJobDetails(caller(), job, token)).isNotNull();
    }

    @Test
    default void a_token_is_minted_when_it_is_rotated_and_none_is_given() {
        RegisteredClient client = registered();

        assertThat(operator()
                        .rotateClient(account(), client.clientId(), Optional.empty())
                        .clientToken())
                .isNotEqualTo(client.clientToken());
    }

    @Test
    default void the_token_of_a_client_that_was_removed_counts_no_more() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        JobId job = worker.startAndTake();

        operator().removeClient(account(), worker.client().clientId());

        assertThatThrownBy(() -> worker.data(job)).isInstanceOf(Refusal.class);
        assertThatThrownBy(worker::start).isInstanceOf(Refusal.ClientNotFound.class);
    }

    @Test
    default void a_client_that_nobody_registered_is_not_found() {
        ClientId unknown = newClientId();

        assertThatThrownBy(() -> operator().rotateClient(account(), unknown, Optional.empty()))
                .isInstanceOf(Refusal.ClientNotFound.class);
        assertThatThrownBy(() -> operator().removeClient(account(), unknown))
                .isInstanceOf(Refusal.ClientNotFound.class);
    }

    @Test
    default void clients_are_listed_by_id_page_by_page_without_those_that_were_removed() {
        List<ClientId> ids = List.of(
                registered().clientId(), registered().clientId(), registered().clientId());
        ClientId removed = registered().clientId();
        operator().removeClient(account(), removed);

        List<ClientId> listed = everyPage(2, page -> operator().clients(account(), page));

        assertThat(listed).extracting(ClientId::value).isSorted().doesNotHaveDuplicates();
        assertThat(listed).containsAll(ids).doesNotContain(removed);
    }

    @Test
    default void a_token_that_no_list_of_clients_gave_out_is_refused() {
        PageRequest page = new PageRequest(10, Optional.of("not-a-token"));

        assertThatThrownBy(() -> operator().clients(account(), page)).isInstanceOf(Refusal.InvalidNextToken.class);
    }

    @Test
    default void each_account_has_clients_of_its_own_also_under_the_same_ids() {
        RegisteredClient client = registered();

        assertThat(foreigners()).extracting(Caller::account).allSatisfy(other -> {
            assertThatThrownBy(() -> operator().removeClient(other, client.clientId()))
                    .isInstanceOf(Refusal.ClientNotFound.class);
            assertThat(operator()
                            .registerClient(other, Optional.of(client.clientId()), Optional.empty())
                            .clientId())
                    .isEqualTo(client.clientId());
        });
    }

    @Test
    default void a_server_whose_clock_runs_and_whose_store_answers_is_ready() {
        pass(MOMENT);

        assertThat(operator().isReady()).isTrue();
    }
}
