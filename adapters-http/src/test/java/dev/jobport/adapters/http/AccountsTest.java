package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For which account a request acts, on both sides of a server that serves two regions. */
class AccountsTest {

    private static final String DETAILS = "{\"jobId\":\"" + JOB_ID.value() + "\",\"clientToken\":\"t\"}";
    private static final String OTHER = "210987654321";
    private static final Account OWN_EAST = new Account("123456789012", "us-east-1");
    private static final Account OWN_WEST = new Account("123456789012", "eu-west-1");
    private static final Account OTHER_EAST = new Account(OTHER, "us-east-1");
    private static final Account OTHER_WEST = new Account(OTHER, "eu-west-1");
    private static final String CREDENTIAL =
            "AWS4-HMAC-SHA256 Credential=any/20261123/%s/codepipeline/aws4_request, SignedHeaders=host";
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    @TempDir
    private static Path directory;

    private static TestServer server;
    private static TestServer open;

    @BeforeAll
    static void start() throws Exception {
        Path file = Files.writeString(
                directory.resolve("credentials.json"), """
                    {"keys":[
                      {"accessKeyId":"AKIDOWN","secretAccessKey":"SECRET","actionTypes":["*/*/*/*"],"control":true},
                      {"accessKeyId":"AKIDOTHER","secretAccessKey":"SECRET","accountId":"210987654321","control":true}],
                     "controlTokens":["own-own-own-own-own-own",{"token":"other-other-other-other","accountId":"210987654321"}]}
                    """.replace("SECRET", DoorkeeperSamples.SECRET));
        server = new TestServer(Doorkeeper.withCredentials(file, List.of(OWN_EAST, OWN_WEST), () -> NOW));
        open = new TestServer(Doorkeeper.withoutCredentials("localhost", List.of(OWN_EAST, OWN_WEST)));
    }

    @AfterAll
    static void stop() {
        server.close();
        open.close();
    }

    @BeforeEach
    void forget() {
        for (TestServer each : List.of(server, open)) {
            each.ports.reset();
            each.ports.fail(new Refusal.JobNotFound(JOB_ID));
        }
    }

    private static HttpResponse<String> details(String accessKeyId, String region) {
        byte[] body = DETAILS.getBytes(UTF_8);
        return server.send(DoorkeeperSamples.signed(
                        server.to("/"),
                        "POST",
                        server.uri("/").toString(),
                        body,
                        accessKeyId,
                        region,
                        Map.of(
                                "Content-Type",
                                TestServer.AMZ_JSON,
                                "X-Amz-Target",
                                "CodePipeline_20150709.GetThirdPartyJobDetails"),
                        NOW)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void a_job_worker_acts_for_its_keys_account_in_the_region_that_it_signs_for() {
        details("AKIDOWN", "us-east-1");
        details("AKIDOWN", "eu-west-1");
        details("AKIDOTHER", "us-east-1");
        details("AKIDOTHER", "eu-west-1");

        assertThat(server.ports.callers())
                .extracting(Caller::account)
                .containsExactly(OWN_EAST, OWN_WEST, OTHER_EAST, OTHER_WEST);
    }

    @Test
    void a_region_that_the_server_does_not_serve_is_out_of_scope() {
        WithServer.assertAnswer(
                details("AKIDOWN", "us-west-2"),
                400,
                "{\"__type\":\"InvalidSignatureException\",\"message\":\"Credential should be scoped to a valid"
                        + " region. \"}");
        assertThat(server.ports.calls()).isEmpty();
    }

    @Test
    void who_is_denied_is_told_so_with_the_names_of_the_account_and_the_region() {
        server.ports.fail(new Refusal.AccessDenied("ThirdParty/Test/Acme/1"));

        assertThat(details("AKIDOTHER", "eu-west-1").body())
                .contains("User: arn:aws:iam::210987654321:user/AKIDOTHER is not authorized")
                .contains("arn:aws:codepipeline:eu-west-1:210987654321:actiontype:ThirdParty/Test/Acme/1");
    }

    private static HttpResponse<String> job(TestServer on, String query, String authorization) {
        HttpRequest.Builder request = on.to("/control/v1/jobs/x" + query);
        return on.send((authorization.isEmpty() ? request : request.header("Authorization", authorization)).GET());
    }

    private static HttpResponse<String> signedJob(String query, String accessKeyId, String region) {
        String path = "/control/v1/jobs/x" + query;
        return server.send(DoorkeeperSamples.signed(
                        server.to(path),
                        "GET",
                        server.uri(path).toString(),
                        new byte[0],
                        accessKeyId,
                        region,
                        Map.of(),
                        NOW)
                .GET());
    }

    @Test
    void a_control_token_controls_its_account_in_the_first_region_or_in_the_one_that_is_named() {
        job(server, "", "Bearer own-own-own-own-own-own");
        job(server, "?region=eu-west-1", "Bearer own-own-own-own-own-own");
        job(server, "", "Bearer other-other-other-other");
        job(server, "?region=eu-west-1", "Bearer other-other-other-other");

        assertThat(server.ports.accounts()).containsExactly(OWN_EAST, OWN_WEST, OTHER_EAST, OTHER_WEST);
    }

    @Test
    void a_key_controls_its_account_in_the_region_that_it_signs_for_or_in_the_one_that_is_named() {
        signedJob("", "AKIDOTHER", "eu-west-1");
        signedJob("?region=us-east-1", "AKIDOTHER", "eu-west-1");
        signedJob("", "AKIDOWN", "eu-west-1");

        assertThat(server.ports.accounts()).containsExactly(OTHER_WEST, OTHER_EAST, OWN_WEST);
    }

    @Test
    void a_control_request_cannot_name_a_region_that_the_server_does_not_serve_nor_two() {
        for (String query : List.of("?region=us-west-2", "?region=", "?region=us-east-1&region=us-east-1")) {
            HttpResponse<String> response = job(server, query, "Bearer own-own-own-own-own-own");

            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(response.body()).contains("one of this server's: us-east-1, eu-west-1.");
        }
        assertThat(get("/metrics?region=us-west-2", "Bearer own-own-own-own-own-own")
                        .statusCode())
                .isEqualTo(400);
        assertThat(job(server, "?region=us-west-2", "Bearer unknown").statusCode())
                .isEqualTo(401);
        assertThat(server.ports.calls()).isEmpty();
    }

    @Test
    void the_metrics_tell_of_all_accounts_and_are_for_those_who_control_the_servers_own() {
        server.ports.answer(List.of());

        assertThat(get("/metrics?region=eu-west-1", "Bearer own-own-own-own-own-own")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/metrics", "Bearer other-other-other-other"))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(403))
                .satisfies(refused -> assertThat(refused.body()).contains("not-authorized", "the server's own"));
    }

    private static HttpResponse<String> get(String path, String authorization) {
        return server.send(
                server.to(path).header("Authorization", authorization).GET());
    }

    @Test
    void without_credentials_the_region_is_meant_that_a_request_is_signed_for_and_without_a_signature_the_first() {
        for (String authorization : List.of(
                "", CREDENTIAL.formatted("eu-west-1"), CREDENTIAL.formatted("us-east-1"), "AWS4-HMAC-SHA256 x")) {
            detailsWithoutCredentials(authorization);
            job(open, "", authorization);
        }
        job(open, "?region=eu-west-1", "");

        assertThat(open.ports.callers())
                .extracting(Caller::account)
                .containsExactly(OWN_EAST, OWN_WEST, OWN_EAST, OWN_EAST);
        assertThat(open.ports.accounts()).containsExactly(OWN_EAST, OWN_WEST, OWN_EAST, OWN_EAST, OWN_WEST);
    }

    /** A worker that is set to another region does not pass its local test. */
    @Test
    void without_credentials_too_a_region_that_the_server_does_not_serve_is_out_of_scope() {
        WithServer.assertAnswer(
                detailsWithoutCredentials(CREDENTIAL.formatted("moon-1")),
                400,
                "{\"__type\":\"InvalidSignatureException\",\"message\":\"Credential should be scoped to a valid"
                        + " region. \"}");
        assertThat(job(open, "", CREDENTIAL.formatted("moon-1")).statusCode()).isEqualTo(401);
        assertThat(open.ports.calls()).isEmpty();
    }

    private static HttpResponse<String> detailsWithoutCredentials(String authorization) {
        HttpRequest.Builder request = open.to("/")
                .header("Content-Type", TestServer.AMZ_JSON)
                .header("X-Amz-Target", "CodePipeline_20150709.GetThirdPartyJobDetails");
        return open.send((authorization.isEmpty() ? request : request.header("Authorization", authorization))
                .POST(BodyPublishers.ofString(DETAILS)));
    }
}
