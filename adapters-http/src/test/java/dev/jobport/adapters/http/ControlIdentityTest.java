package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use the control API of a server that knows whom to let in, over a real socket. */
class ControlIdentityTest extends WithKnownClients {

    private static HttpResponse<String> control(String authorization) {
        return server.send(server.to("/control/v1/openapi.json")
                .header("Authorization", authorization)
                .GET());
    }

    private static HttpResponse<String> signed(String method, String path, String body, String accessKeyId) {
        byte[] bytes = body.getBytes(UTF_8);
        String uri = server.uri(path).toString();
        return server.send(DoorkeeperSamples.signed(server.to(path), method, uri, bytes, accessKeyId, now)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(bytes)));
    }

    private static void assertUnknown(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"jobport\"");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"type\":\"urn:jobport:problem:not-authenticated\"");
    }

    @Test
    void a_control_token_opens_the_control_api() {
        assertThat(control("Bearer open-sesame-open-sesame").statusCode()).isEqualTo(200);
        assertThat(control("bearer second-second-second").statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_beside_another_authorization_does_not() {
        assertUnknown(server.send(server.to("/control/v1/openapi.json")
                .header("Authorization", "Bearer open-sesame")
                .header("Authorization", "Bearer open-sesame")
                .GET()));
    }

    @Test
    void any_other_token_or_none_does_not() {
        assertUnknown(server.get("/control/v1/openapi.json"));
        Stream.of(
                        "Bearer",
                        "Bearer ",
                        "Bearer open-sesame-open-sesam",
                        "Bearer open-sesame-open-sesame2",
                        "Basic b3Blbi1zZXNhbWU6",
                        "open-sesame-open-sesame")
                .forEach(authorization -> assertUnknown(control(authorization)));
    }

    @Test
    void every_route_but_the_health_is_closed_for_head_too() {
        for (String path : List.of(
                "/control/v1/action-types",
                "/control/v1/action-types/Custom/Test/A/1",
                "/control/v1/clients",
                "/control/v1/clients/x",
                "/control/v1/clients/x/rotate",
                "/control/v1/action-executions/x/stop",
                "/control/v1/jobs/x",
                "/control/v1/action-executions",
                "/metrics")) {
            for (String method : List.of("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE")) {
                int status = server.send(method, path, "{}").statusCode();
                assertThat(status).as(method + " " + path).isIn(401, 404, 405);
            }
        }
        assertThat(server.ports.calls()).isEmpty();

        server.ports.answer(true);
        assertThat(server.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_with_control_rights_opens_the_control_api_by_its_signature() {
        server.ports.answer(null);

        assertThat(signed("GET", "/control/v1/openapi.json", "", "AKIDCONTROL").statusCode())
                .isEqualTo(200);
        // the body is read for the signature, and again for what it says
        assertThat(signed("POST", "/control/v1/clients", "{\"nonsense\":1}", "AKIDCONTROL")
                        .body())
                .contains("nonsense");
    }

    @Test
    void a_key_without_control_rights_is_forbidden() {
        var response = signed("GET", "/control/v1/openapi.json", "", "AKIDEXAMPLE");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("urn:jobport:problem:not-authorized", "AKIDEXAMPLE has no control rights");
    }

    @Test
    void a_key_that_is_unknown_or_signs_something_else_is_not_authenticated() {
        assertUnknown(signed("GET", "/control/v1/openapi.json", "", "AKIDOTHER"));
        String uri = server.uri("/control/v1/jobs").toString();
        assertUnknown(server.send(DoorkeeperSamples.signed(
                        server.to("/control/v1/openapi.json"), "GET", uri, new byte[0], "AKIDCONTROL", now)
                .GET()));
    }

    @Test
    void a_control_token_does_not_make_a_job_worker() {
        var response = server.send(server.to("/")
                .header("Content-Type", TestServer.AMZ_JSON)
                .header("X-Amz-Target", "CodePipeline_20150709.PollForThirdPartyJobs")
                .header("Authorization", "Bearer open-sesame-open-sesame")
                .POST(BodyPublishers.ofString("{}")));

        WithServer.assertAnswer(response, 400, MISSING);
    }
}
