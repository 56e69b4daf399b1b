package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.Operators.RegisteredClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators ask about clients and the server itself: requests become these domain values, and answers this JSON. */
class ControlApiTest extends WithServer {

    private static final String ONE_CLIENT = "/control/v1/clients/0a1b2c3d-0000-4000-8000-00000000c11e";

    @Test
    void a_client_is_registered_and_its_token_told() {
        server.ports.answer(new RegisteredClient(CLIENT, CLIENT_TOKEN));
        String client = "{\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\",\"clientToken\":\"open-sesame\"}";

        assertJson(server.send("POST", "/control/v1/clients", client), 201, client);
        assertJson(server.send(server.to("/control/v1/clients").POST(BodyPublishers.noBody())), 201, client);

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("registerClient", Optional.of(CLIENT), Optional.of(CLIENT_TOKEN)),
                        List.of("registerClient", Optional.empty(), Optional.empty()));
    }

    @Test
    void clients_are_listed_without_their_tokens() {
        server.ports.answer(new Page<>(List.of(CLIENT), Optional.of("more")));

        assertJson(
                server.get("/control/v1/clients?maxResults=1&nextToken=x"),
                200,
                "{\"clients\":[{\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\"}],\"nextToken\":\"more\"}");
        assertThat(server.ports.calls()).containsExactly(List.of("clients", new PageRequest(1, Optional.of("x"))));
    }

    @Test
    void a_client_is_given_another_token() {
        server.ports.answer(new RegisteredClient(CLIENT, CLIENT_TOKEN));
        String rotate = ONE_CLIENT + "/rotate";
        String client = "{\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\",\"clientToken\":\"open-sesame\"}";

        assertJson(server.send("POST", rotate, "{\"clientToken\":\"open-sesame\"}"), 200, client);
        assertJson(server.send(server.to(rotate).POST(BodyPublishers.noBody())), 200, client);

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("rotateClient", CLIENT, Optional.of(CLIENT_TOKEN)),
                        List.of("rotateClient", CLIENT, Optional.empty()));
    }

    @Test
    void a_client_is_removed() {
        assertThat(server.send("DELETE", ONE_CLIENT, "").statusCode()).isEqualTo(204);

        assertThat(server.ports.calls()).containsExactly(List.of("removeClient", CLIENT));
    }

    @Test
    void a_client_id_that_cannot_be_is_refused_with_its_path() {
        assertThat(server.send("DELETE", "/control/v1/clients/x", "").body()).contains("\"path\":\"clientId\"");
        assertThat(server.ports.calls()).isEmpty();
    }

    @Test
    void the_server_is_ready_when_its_store_answers() {
        server.ports.answer(true);
        assertJson(server.get("/health"), 200, "{\"status\":\"ready\"}");

        server.ports.answer(false);
        assertJson(server.get("/health"), 503, "{\"status\":\"not ready\"}");
    }

    @Test
    void a_head_is_answered_like_a_get_without_the_body() {
        server.ports.answer(false);

        var response = server.send("HEAD", "/health", "");

        assertJson(response, 503, "");
    }

    @Test
    void the_server_describes_itself() {
        var response = server.get("/control/v1/openapi.json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(response.body()).startsWith("{").contains("\"openapi\" : \"3.1.0\"");
    }
}
