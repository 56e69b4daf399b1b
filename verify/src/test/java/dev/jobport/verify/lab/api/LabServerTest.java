package dev.jobport.verify.lab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.verdict.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.Job;

class LabServerTest {

    private static final String OWN = "{\"actionTypes\":[{\"id\":\"Custom/Build/Own/1\"}],\"watchesOutput\":true}";
    private static final String START = "{\"actionType\":\"Custom/Build/Own/1\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private LabServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LabServer(0, "the-token");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path, String body, String token) {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/lab/v1" + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Map<?, ?> told(int status, String method, String path, String body) {
        HttpResponse<String> answer = ask(method, path, body, "the-token");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return (Map<?, ?>) Json.read(answer.body());
    }

    private Map<?, ?> newLab() {
        return told(201, "POST", "/labs", OWN);
    }

    private static CodePipelineClient worker(Map<?, ?> lab) {
        return worker(
                lab,
                lab.get("accessKeyId").toString(),
                lab.get("secretAccessKey").toString());
    }

    private static CodePipelineClient worker(Map<?, ?> lab, String accessKeyId, String secretAccessKey) {
        return CodePipelineClient.builder()
                .endpointOverride(URI.create(lab.get("endpoint").toString()))
                .region(Region.of(lab.get("region").toString()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static List<Job> poll(CodePipelineClient client) {
        ActionTypeId type = ActionTypeId.builder()
                .owner("Custom")
                .category("Build")
                .provider("Own")
                .version("1")
                .build();
        return client.pollForJobs(it -> it.actionTypeId(type).maxBatchSize(1)).jobs();
    }

    @Test
    void whoever_has_no_token_learns_nothing_and_makes_nothing() {
        assertThat(ask("POST", "/labs", OWN, "another").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "/nowhere", "", "").statusCode()).isEqualTo(401);
        assertThat(told(200, "GET", "/labs", "").get("labs")).isEqualTo(List.of());
    }

    @Test
    void a_worker_does_what_was_started_and_is_judged() {
        Map<?, ?> lab = newLab();
        String path = "/labs/" + lab.get("id");
        Map<?, ?> action = told(201, "POST", path + "/actions", START);
        try (CodePipelineClient client = worker(lab)) {
            Job job = poll(client).get(0);
            client.acknowledgeJob(it -> it.jobId(job.id()).nonce(job.nonce()));
            Map<?, ?> masked = told(
                    200, "POST", path + "/output", "{\"stream\":\"stdout\",\"lines\":[\"nonce " + job.nonce() + "\"]}");
            assertThat(masked.get("lines")).isEqualTo(List.of("nonce #n1"));
            client.putJobSuccessResult(it -> it.jobId(job.id()).executionDetails(details -> details.summary("Built.")));
            poll(client);
        }

        Map<?, ?> ended = told(200, "POST", path + "/actions/" + action.get("id") + "/wait", "{\"until\":\"ended\"}");
        assertThat(ended.get("status")).isEqualTo("SUCCEEDED");
        assertThat(ended.get("summary")).isEqualTo("Built.");
        assertThat(ask("POST", path + "/settle", "", "the-token").statusCode()).isEqualTo(204);
        assertThat(ask("GET", path + "/verdict?format=text&failOn=warning", "", "the-token")
                        .body())
                .contains("SEC-2 warning  Nothing that is printed holds a secret.");
        assertThat(told(200, "GET", path + "/verdict", "").get("conclusion")).isEqualTo("kept");
        assertThat(ask("GET", path + "/history", "", "the-token").body())
                .contains("\"op\":\"AcknowledgeJob\"")
                .doesNotContain(lab.get("secretAccessKey").toString());
        assertThat(ask("GET", path + "/history?format=text", "", "the-token").body())
                .contains("PutJobSuccessResult");
    }

    @Test
    void one_more_key_may_do_what_it_is_made_for() {
        Map<?, ?> lab = told(201, "POST", "/labs", """
                {"actionTypes":[{"id":"Custom/Build/Own/1"}],
                 "keys":[{"accessKeyId":"AKIDOWN","secretAccessKey":"secret-of-own","actionTypes":["Custom/Build/Own/*"]},
                         {"accessKeyId":"AKIDOTHER","secretAccessKey":"secret-of-other","actionTypes":["Custom/Test/*/*"]}]}
                """);
        told(201, "POST", "/labs/" + lab.get("id") + "/actions", START);
        try (CodePipelineClient other = worker(lab, "AKIDOTHER", "secret-of-other");
                CodePipelineClient own = worker(lab, "AKIDOWN", "secret-of-own")) {
            assertThatThrownBy(() -> poll(other)).hasMessageContaining("AKIDOTHER");
            assertThat(poll(own)).hasSize(1);
        }
    }

    @Test
    void time_travels_in_one_lab_and_in_no_other() {
        Map<?, ?> lab = newLab();
        Map<?, ?> other = newLab();
        String path = "/labs/" + lab.get("id");
        Map<?, ?> action = told(201, "POST", path + "/actions", START);
        Object job = ((List<?>) action.get("jobs")).get(0);
        String lapse = "{\"until\":\"leaseLapses\",\"jobId\":\"" + job + "\"}";

        assertThat(told(409, "POST", path + "/time", lapse).get("detail").toString())
                .contains("has no lease: it is Queued");
        try (CodePipelineClient client = worker(lab)) {
            poll(client);
        }
        assertThat(told(200, "POST", path + "/time", lapse).get("changes").toString())
                .contains("from=Dispatched, to=Queued");
        told(200, "POST", path + "/time", "{\"until\":\"actionTimesOut\",\"actionId\":\"" + action.get("id") + "\"}");
        assertThat(told(200, "GET", path + "/actions/" + action.get("id"), "").get("status"))
                .isEqualTo("TIMED_OUT");
        assertThat(told(200, "GET", "/labs/" + other.get("id") + "/time", "").get("ahead"))
                .isEqualTo("PT0S");
    }

    @Test
    void faults_are_planned_told_and_forgotten() {
        String path = "/labs/" + newLab().get("id") + "/faults";

        assertThat(told(200, "POST", path, "{\"fault\":\"rival@AcknowledgeJob\"}")
                        .get("missed"))
                .isEqualTo(List.of("rival@AcknowledgeJob"));
        assertThat(told(400, "POST", path, "{\"fault\":\"rivl@AcknowledgeJob\"}")
                        .get("detail")
                        .toString())
                .contains("There is no fault rivl; there are");
        assertThat(ask("DELETE", path, "", "the-token").statusCode()).isEqualTo(204);
        assertThat(told(200, "GET", path, "").get("faults")).isEqualTo(List.of());
    }

    @Test
    void nothing_starts_with_a_fault_that_there_is_not() {
        Map<?, ?> lab = newLab();

        told(
                400,
                "POST",
                "/labs/" + lab.get("id") + "/actions",
                "{\"actionType\":\"Custom/Build/Own/1\",\"faults\":[\"rivl@AcknowledgeJob\"]}");

        try (CodePipelineClient client = worker(lab)) {
            assertThat(poll(client)).isEmpty();
        }
    }

    @Test
    void what_becomes_of_the_workers_process_is_told_by_who_runs_it() {
        String path = "/labs/" + newLab().get("id");
        String mark = "{\"kind\":\"%s\",\"process\":\"worker-1\",\"detail\":\"%s\"}";
        assertThat(told(200, "GET", path + "/verdict", "").toString())
                .contains("id=LIFE-1, severity=advice, status=not-observable");

        for (String each : List.of(mark.formatted("signalled", "SIGTERM"), mark.formatted("ended", "143"))) {
            assertThat(ask("POST", path + "/process", each, "the-token").statusCode())
                    .isEqualTo(204);
        }

        assertThat(told(200, "GET", path + "/verdict", "").toString())
                .contains("id=LIFE-1, severity=advice, status=kept");
    }

    @Test
    void what_a_worker_is_allowed_is_told_when_its_lab_is_made() {
        Map<?, ?> lab = told(
                201,
                "POST",
                "/labs",
                "{\"expectations\":{\"pollInterval\":\"PT0.2S\",\"continuations\":7,\"patience\":\"PT3S\"}}");

        assertThat(ask("GET", "/labs/" + lab.get("id") + "/history", "", "the-token")
                        .body())
                .contains("PT0.2S", "\"continuations\":7", "PT3S");
    }

    @Test
    void one_more_client_is_in_the_environment_of_workers() {
        Map<?, ?> lab = told(201, "POST", "/labs", "{\"actionTypes\":[{\"id\":\"ThirdParty/Test/Acme/1\"}]}");
        String path = "/labs/" + lab.get("id");

        Map<?, ?> client = told(201, "POST", path + "/clients", "");

        assertThat(told(200, "GET", path, "").get("environment").toString())
                .contains(" " + client.get("id") + "=" + client.get("token"));
    }

    @Test
    void who_waits_in_vain_is_told_what_was_seen_last() {
        String path = "/labs/" + newLab().get("id");
        Map<?, ?> action = told(201, "POST", path + "/actions", START);

        Map<?, ?> vain = told(
                409,
                "POST",
                path + "/actions/" + action.get("id") + "/wait",
                "{\"until\":\"acknowledged\",\"atMost\":\"PT0.05S\"}");
        assertThat(vain.get("detail").toString()).contains("was not acknowledged within PT0.05S", "Created → Queued");
    }

    @Test
    void a_port_that_is_taken_is_told() {
        String taken = newLab().get("endpoint").toString().replaceFirst(".*:", "");

        assertThat(told(409, "POST", "/labs", "{\"port\":" + taken + "}")
                        .get("detail")
                        .toString())
                .contains("127.0.0.1:" + taken + " cannot be listened on");
    }

    @Test
    void a_lab_that_was_ended_is_gone() {
        Map<?, ?> lab = newLab();
        String path = "/labs/" + lab.get("id");

        assertThat(ask("DELETE", path, "", "the-token").statusCode()).isEqualTo(204);

        told(404, "GET", path, "");
        assertThat(told(200, "GET", "/labs", "").get("labs")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/labs; {\"colour\":1}; colour is not known here",
                "/labs; {\"seed\":\"7\"}; seed must be a whole number",
                "/labs; {\"seed\":1.5}; seed must be a whole number",
                "/labs; {\"port\":70000}; port is from 0 to 65535",
                "/labs; {\"actionTypes\":[7]}; actionTypes.1 must be an object",
                "/labs; {\"actionTypes\":[{}]}; actionTypes.1.id is missing",
                "/labs; {\"actionTypes\":[{\"id\":\"Own\"}]}; An action type is named like",
                "/labs; {\"actionTypes\":[{\"id\":\"Custom/Build/Own/1\",\"jobTimeout\":\"1h\"}]}; a duration like PT10S",
                "/labs; {\"actionTypes\":[{\"id\":\"Custom/Build/Own/1\",\"properties\":{\"a\":\"b\"}}]}; The property a is",
                "/labs; []; no JSON object",
                "/labs; {; no JSON",
                "/labs/lab-1/actions; {}; actionType is missing",
                "/labs/lab-1/actions; {\"actionType\":\"Custom/Build/Own/2\"}; is not available",
                "/labs/lab-1/actions; {\"actionType\":\"Custom/Build/Own/1\",\"configuration\":{\"a\":1}};"
                        + " configuration.a must be a text",
                "/labs/lab-1/time; {}; either advance or until",
                "/labs/lab-1/time; {\"advance\":\"-PT1S\"}; and not -PT1S",
                "/labs/lab-1/time; {\"advance\":\"P106751991167300D\"}; farther than time goes",
                "/labs/lab-1/time; {\"until\":\"leaseLapse\",\"jobId\":\"x\"}; until is leaseLapses",
                "/labs/lab-1/settle; {\"atMost\":\"PT1H\"}; PT10M at the most",
                "/labs/lab-1/output; {\"stream\":\"stdlog\"}; stdout or stderr",
                "/labs/lab-1/process; {\"kind\":\"died\",\"process\":\"1\"}; started, signalled or ended",
                "/labs/lab-1/process; {\"kind\":\"ended\"}; process is missing",
                "/labs; {\"expectations\":{\"interval\":\"PT1S\"}}; expectations.interval is not known here",
                "/labs; {\"expectations\":{\"continuations\":0}}; continuations is from 1",
                "/labs; {\"expectations\":{\"patience\":\"PT2562047788015215H\"}}; a hundred years at the most",
                "/labs; {\"keys\":[{\"accessKeyId\":\"AKIDOWN\",\"secretAccessKey\":\"\"}]}; has to be of 8"
            })
    void what_is_not_as_it_should_be_is_refused_with_its_place(String path, String body, String why) {
        newLab();

        assertThat(told(400, "POST", path, body).get("detail").toString()).contains(why);
    }

    @Test
    void a_wrong_path_method_or_query_is_told() {
        newLab();

        told(404, "GET", "/labs/lab-1/verdicts", "");
        told(404, "GET", "/labs/lab-2", "");
        told(404, "GET", "/labs/lab-1/actions/none", "");
        assertThat(told(405, "PUT", "/labs/lab-1/faults", "").get("detail").toString())
                .contains("GET, POST, DELETE");
        assertThat(told(400, "GET", "/labs/lab-1/verdict?formt=md", "")
                        .get("detail")
                        .toString())
                .contains("did you mean 'format'?");
        told(400, "GET", "/labs/lab-1/verdict?rules=1999-1", "");
        told(413, "POST", "/labs", " ".repeat(1_048_577));
    }

    @Test
    void the_manual_describes_each_method_of_each_path() throws IOException {
        String manual = Files.readString(Path.of("../docs/manual.md"));

        assertThat(server.paths())
                .hasSizeGreaterThan(10)
                .allSatisfy(it -> assertThat(manual).contains("| `" + it + "` |"));
    }
}
