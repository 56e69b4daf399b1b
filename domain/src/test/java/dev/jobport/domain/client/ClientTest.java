package dev.jobport.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A client proves itself with its token, and the token cannot be read back. */
class ClientTest {

    private static final ClientId ID = new ClientId("01234567-89ab-cdef-0123-456789abcdef");
    private static final ClientId OTHER_ID = new ClientId("fedcba98-89ab-cdef-0123-456789abcdef");
    private static final ClientToken TOKEN = new ClientToken("s3cret");

    private final Client client = Client.register(ID, TOKEN);

    @Test
    void a_client_owns_its_token_and_no_other() {
        assertThat(client.owns(TOKEN)).isTrue();
        assertThat(client.owns(new ClientToken("s3cre"))).isFalse();
        assertThat(client.owns(new ClientToken("S3cret"))).isFalse();
    }

    @Test
    void a_client_that_was_stored_still_owns_its_token() {
        assertThat(new Client(ID, client.tokenHash()).owns(TOKEN)).isTrue();
    }

    @Test
    void the_same_token_of_two_clients_has_two_hashes() {
        assertThat(Client.register(OTHER_ID, TOKEN).tokenHash()).isNotEqualTo(client.tokenHash());
    }

    @Test
    void neither_the_token_nor_its_hash_shows_itself() {
        assertThat(client.tokenHash()).matches("[0-9a-f]{64}");
        assertThat(client).hasToString("Client[01234567-89ab-cdef-0123-456789abcdef]");
        assertThat(TOKEN).hasToString("ClientToken[****]");
    }
}
