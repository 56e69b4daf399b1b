package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static dev.jobport.contracts.store.StoreUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link ClientRepository} must do. */
public interface ClientRepositoryContract extends StoreUnderTest {

    ClientId ONE = new ClientId("11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    ClientId TWO = new ClientId("22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa");

    private ClientRepository clients() {
        return store().clients();
    }

    private static Client aClient(ClientId id, String token) {
        return Client.register(id, new ClientToken(token));
    }

    @Test
    default void a_client_is_found_as_it_was_added() {
        Client client = aClient(ONE, "the token 🔐");

        assertThat(clients().addIfAbsent(ACCOUNT, client)).isTrue();
        assertThat(clients().find(ACCOUNT, ONE)).contains(client);
        assertThat(clients().find(ACCOUNT, ONE).orElseThrow().owns(new ClientToken("the token 🔐")))
                .isTrue();
    }

    @Test
    default void an_unknown_client_is_not_found() {
        clients().addIfAbsent(ACCOUNT, aClient(ONE, "token"));

        assertThat(clients().find(ACCOUNT, TWO)).isEmpty();
    }

    @Test
    default void a_client_is_not_replaced_by_adding_another_of_its_id() {
        clients().addIfAbsent(ACCOUNT, aClient(ONE, "first"));

        assertThat(clients().addIfAbsent(ACCOUNT, aClient(ONE, "second"))).isFalse();
        assertThat(clients().find(ACCOUNT, ONE)).contains(aClient(ONE, "first"));
    }

    @Test
    default void of_several_that_add_a_client_of_the_same_id_at_once_one_succeeds() {
        List<ClientId> ids = IntStream.range(0, 200)
                .mapToObj(i -> new ClientId("%08d-aaaa-4aaa-8aaa-aaaaaaaaaaaa".formatted(i)))
                .toList();
        List<Client> added = atOnce(IntStream.range(0, 16)
                        .mapToObj(rival -> (Callable<List<Client>>) () -> ids.stream()
                                .map(id -> aClient(id, "token " + rival))
                                .filter(client -> clients().addIfAbsent(ACCOUNT, client))
                                .toList())
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(added).extracting(Client::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(added)
                .allSatisfy(client ->
                        assertThat(clients().find(ACCOUNT, client.id())).contains(client));
        assertThat(clients().list(ACCOUNT, "", 1_000)).isEqualTo(ids);
    }

    @Test
    default void clients_are_listed_by_id() {
        Stream.of(TWO, ONE).forEach(id -> clients().addIfAbsent(ACCOUNT, aClient(id, "token")));

        assertThat(clients().list(ACCOUNT, "", 1_000)).containsExactly(ONE, TWO);
    }

    @Test
    default void a_piece_of_the_list_begins_after_the_last_one_seen() {
        Stream.of(TWO, ONE).forEach(id -> clients().addIfAbsent(ACCOUNT, aClient(id, "token")));

        assertThat(clients().list(ACCOUNT, "", 1)).containsExactly(ONE);
        assertThat(clients().list(ACCOUNT, ONE.value(), 1)).containsExactly(TWO);
        assertThat(clients().list(ACCOUNT, TWO.value(), 1)).isEmpty();
        assertThat(clients().list(ACCOUNT, "1\0", 9)).containsExactly(ONE, TWO);
    }

    @Test
    default void clients_are_counted_as_far_as_is_asked_for() {
        assertThat(clients().count(ACCOUNT, 9)).isZero();
        Stream.of(TWO, ONE).forEach(id -> clients().addIfAbsent(ACCOUNT, aClient(id, "token")));
        clients().addIfAbsent(OTHER_ACCOUNT, aClient(ONE, "token"));

        assertThat(clients().count(ACCOUNT, 9)).isEqualTo(2);
        assertThat(clients().count(ACCOUNT, 1)).isEqualTo(1);
    }

    @Test
    default void a_client_that_was_replaced_is_found_as_it_is_now() {
        clients().addIfAbsent(ACCOUNT, aClient(ONE, "first"));
        assertThat(clients().find(ACCOUNT, ONE)).isPresent();

        assertThat(clients().replace(ACCOUNT, aClient(ONE, "second"))).isTrue();

        assertThat(clients().find(ACCOUNT, ONE)).contains(aClient(ONE, "second"));
        assertThat(clients().list(ACCOUNT, "", 1_000)).containsExactly(ONE);
    }

    @Test
    default void nothing_is_put_in_the_place_of_an_unknown_client() {
        clients().addIfAbsent(OTHER_ACCOUNT, aClient(ONE, "first"));

        assertThat(clients().replace(ACCOUNT, aClient(ONE, "second"))).isFalse();
        assertThat(clients().find(ACCOUNT, ONE)).isEmpty();
        assertThat(clients().find(OTHER_ACCOUNT, ONE)).contains(aClient(ONE, "first"));
    }

    @Test
    default void a_client_that_was_removed_is_gone_and_may_be_added_again() {
        Stream.of(OTHER_ACCOUNT, ACCOUNT).forEach(account -> clients().addIfAbsent(account, aClient(ONE, "first")));
        assertThat(clients().find(ACCOUNT, ONE)).isPresent();

        assertThat(clients().remove(ACCOUNT, ONE)).isTrue();
        assertThat(clients().remove(ACCOUNT, ONE)).isFalse();

        assertThat(clients().find(ACCOUNT, ONE)).isEmpty();
        assertThat(clients().find(OTHER_ACCOUNT, ONE)).isPresent();
        assertThat(clients().addIfAbsent(ACCOUNT, aClient(ONE, "second"))).isTrue();
        assertThat(clients().find(ACCOUNT, ONE)).contains(aClient(ONE, "second"));
    }

    @Test
    default void without_clients_the_list_is_empty() {
        assertThat(clients().list(ACCOUNT, "", 1_000)).isEmpty();
    }
}
