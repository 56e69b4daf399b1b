package dev.jobport.contracts;

import static dev.jobport.contracts.StoreUnderTest.atOnce;
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

        assertThat(clients().addIfAbsent(client)).isTrue();
        assertThat(clients().find(ONE)).contains(client);
        assertThat(clients().find(ONE).orElseThrow().owns(new ClientToken("the token 🔐")))
                .isTrue();
    }

    @Test
    default void an_unknown_client_is_not_found() {
        clients().addIfAbsent(aClient(ONE, "token"));

        assertThat(clients().find(TWO)).isEmpty();
    }

    @Test
    default void a_client_is_never_replaced() {
        clients().addIfAbsent(aClient(ONE, "first"));

        assertThat(clients().addIfAbsent(aClient(ONE, "second"))).isFalse();
        assertThat(clients().find(ONE)).contains(aClient(ONE, "first"));
    }

    @Test
    default void of_several_that_add_a_client_of_the_same_id_at_once_one_succeeds() {
        List<Client> rivals =
                IntStream.range(0, 16).mapToObj(i -> aClient(ONE, "token " + i)).toList();
        List<Boolean> added = atOnce(rivals.stream()
                .map(rival -> (Callable<Boolean>) () -> clients().addIfAbsent(rival))
                .toList());

        assertThat(added).containsOnlyOnce(true);
        assertThat(clients().find(ONE)).contains(rivals.get(added.indexOf(true)));
        assertThat(clients().list()).containsExactly(ONE);
    }

    @Test
    default void clients_are_listed_by_id() {
        Stream.of(TWO, ONE).forEach(id -> clients().addIfAbsent(aClient(id, "token")));

        assertThat(clients().list()).containsExactly(ONE, TWO);
    }

    @Test
    default void without_clients_the_list_is_empty() {
        assertThat(clients().list()).isEmpty();
    }
}
