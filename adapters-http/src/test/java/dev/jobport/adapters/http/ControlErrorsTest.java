package dev.jobport.adapters.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobport.domain.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pipelines and operators are told when something is refused. */
class ControlErrorsTest extends WithServer {

    private static final String EXECUTIONS = "/control/v1/action-executions";
    private static final String TYPE_PATH = "/control/v1/action-types/ThirdParty/Test/Some-Provider/v_1";
    private static final List<Refusal> REFUSALS = SampleJson.REFUSALS;

    private static final Map<Class<? extends Refusal>, Integer> STATUSES = Map.ofEntries(
            entry(Refusal.Validation.class, 400),
            entry(Refusal.InvalidNextToken.class, 400),
            entry(Refusal.InvalidClientToken.class, 403),
            entry(Refusal.AccessDenied.class, 403),
            entry(Refusal.JobNotFound.class, 404),
            entry(Refusal.ActionTypeNotFound.class, 404),
            entry(Refusal.ActionExecutionNotFound.class, 404),
            entry(Refusal.ActionExecutionEnded.class, 409),
            entry(Refusal.DeclarationsLost.class, 409),
            entry(Refusal.ClientNotFound.class, 404),
            entry(Refusal.ClientAlreadyExists.class, 409),
            entry(Refusal.InvalidJob.class, 409),
            entry(Refusal.OutputVariablesSizeExceeded.class, 400),
            entry(Refusal.InvalidJobState.class, 409),
            entry(Refusal.InvalidNonce.class, 409));

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void each_refusal_has_its_status_and_says_why(Refusal refusal) {
        server.ports.fail(refusal);

        JsonNode problem = problem(server.get("/control/v1/clients"), STATUSES.get(refusal.getClass()));

        assertThat(problem.get("detail").textValue()).isEqualTo(refusal.getMessage());
        assertThat(problem.get("type").textValue()).startsWith("urn:jobport:problem:");
        assertThat(problem.get("title").textValue()).isNotBlank();
    }

    @Test
    void a_broken_constraint_is_told_with_its_path() {
        JsonNode problem = problem(server.send("PUT", TYPE_PATH, "{\"jobTimeoutSeconds\":-1}"), 400);

        assertThat(problem)
                .hasToString("{\"type\":\"urn:jobport:problem:validation\",\"title\":\"The request is not valid\","
                        + "\"status\":400,\"detail\":\"1 validation error detected: Value at 'jobTimeoutSeconds'"
                        + " failed to satisfy constraint: Member must have value greater than or equal to 0\","
                        + "\"errors\":[{\"path\":\"jobTimeoutSeconds\","
                        + "\"message\":\"must have value greater than or equal to 0\"}]}");
        assertThat(server.ports.calls()).isEmpty();
    }

    @Test
    void all_that_is_wrong_with_an_action_is_told_at_once() {
        String longText = "x".repeat(50_001);
        var response = server.send(
                "POST",
                EXECUTIONS,
                "{\"configuration\":{\"\":\"v\",\"Password\":\"" + longText
                        + "\",\"None\":null},\"pipelineContext\":{\"pipelineName\":\"a"
                        + " b\",\"stage\":{\"name\":\"\"},\"action\":{\"x\":1},"
                        + "\"pipelineArn\":\"arn\",\"pipelineExecutionId\":\"ABC\"},"
                        + "\"inputArtifacts\":[{\"name\":\"ok\"},{\"location\":{\"type\":\"FTP\",\"s3Location\":{}}}],"
                        + "\"encryptionKey\":{\"id\":\"\",\"type\":\"kms\"},"
                        + "\"clientId\":\"x\"}");

        assertThat(errors(problem(response, 400)))
                .containsExactlyInAnyOrder(
                        "actionTypeId must not be null",
                        "clientId must satisfy regular expression pattern:"
                                + " [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                        "configuration must have length greater than or equal to 1",
                        "configuration.Password must have length less than or equal to 50000",
                        "configuration.None must not be null",
                        "pipelineContext.pipelineName must satisfy regular expression pattern: [A-Za-z0-9.@\\-_]+",
                        "pipelineContext.stage.name must have length greater than or equal to 1",
                        "pipelineContext.stage.name must satisfy regular expression pattern: [A-Za-z0-9.@\\-_]+",
                        "pipelineContext.action.x must be one of [actionExecutionId, name]",
                        "pipelineContext.pipelineArn must satisfy regular expression pattern:"
                                + " arn:aws(-[\\w]+)*:codepipeline:.+:[0-9]{12}:.+",
                        "pipelineContext.pipelineExecutionId must satisfy regular expression pattern:"
                                + " [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                        "inputArtifacts.2.member.name must not be null",
                        "inputArtifacts.2.member.location.type must satisfy enum value set: [S3]",
                        "inputArtifacts.2.member.location.s3Location.bucketName must not be null",
                        "inputArtifacts.2.member.location.s3Location.objectKey must not be null",
                        "encryptionKey.id must have length greater than or equal to 1",
                        "encryptionKey.id must satisfy regular expression pattern: [0-9A-Za-z:/_-]+",
                        "encryptionKey.type must satisfy enum value set: [KMS]");
        assertThat(response.body()).doesNotContain(longText);
    }

    @Test
    void an_unknown_member_is_refused_and_the_known_ones_are_named() {
        JsonNode problem = problem(server.send("PUT", TYPE_PATH, "{\"jobTimeout\":1}"), 400);

        assertThat(errors(problem))
                .containsExactly("jobTimeout must be one of [dispatchLeaseSeconds, jobTimeoutSeconds,"
                        + " actionTimeoutSeconds, continuationDelaySeconds, settings, configurationProperties,"
                        + " inputArtifactDetails, outputArtifactDetails, declaration, tags]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /control/v1/jobs?state=Queued           | state must be one of [region, status, maxResults, nextToken]
        /control/v1/jobs?status=queued          | status must satisfy enum value set: [Created, Queued, Dispatched, InProgress, Succeeded, Failed, TimedOut, Abandoned]
        /control/v1/jobs?maxResults=0           | maxResults must have value greater than or equal to 1
        /control/v1/jobs?maxResults=101         | maxResults must have value less than or equal to 100
        /control/v1/jobs?maxResults=many        | maxResults must be a whole number
        /control/v1/jobs?maxResults=3000000000  | maxResults must be a whole number
        /control/v1/action-executions?maxResults= | maxResults must be a whole number
        /control/v1/action-executions/x?waitSeconds=61   | waitSeconds must have value less than or equal to 60
        /control/v1/action-executions/x?waitSeconds=-1   | waitSeconds must have value greater than or equal to 0
        /control/v1/action-executions/x?wait=1  | wait must be one of [region, waitSeconds]
        /control/v1/action-types/thirdparty/Test/Some-Provider/v_1 | owner must satisfy enum value set: [AWS, ThirdParty, Custom]
        /control/v1/action-types/ThirdParty/Test/A%20B/7 | provider must satisfy regular expression pattern: [0-9A-Za-z_-]+
        """)
    void a_wrong_parameter_is_refused(String path, String error) {
        assertThat(errors(problem(server.get(path), 400))).containsExactly(error);
        assertThat(server.ports.calls()).isEmpty();
    }

    @Test
    void a_request_full_of_mistakes_is_told_the_first_hundred() {
        String artifacts = "{},".repeat(20_000) + "{}";

        JsonNode problem = problem(server.send("POST", EXECUTIONS, "{\"inputArtifacts\":[" + artifacts + "]}"), 400);

        assertThat(errors(problem)).hasSize(100).contains("inputArtifacts.98.member.name must not be null");
    }

    @Test
    void a_job_id_of_more_than_512_characters_is_refused() {
        assertThat(errors(problem(server.get("/control/v1/jobs/" + "x".repeat(513)), 400)))
                .containsExactly("jobId must have length less than or equal to 512");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"actionTypeId":[]}                     | The value at 'actionTypeId' must be an object, not a list.
        {"inputArtifacts":{}}                   | The value at 'inputArtifacts' must be a list, not an object.
        {"inputArtifacts":[{"name":"a"},7]}     | The value at 'inputArtifacts.2.member' must be an object, not a number.
        {"configuration":{"Secret":17}}         | The value at 'configuration.Secret' must be a text, not a number.
        {"clientId":true}                       | The value at 'clientId' must be a text, not true.
        """)
    void a_value_of_the_wrong_type_is_told_with_its_path_and_not_shown(String body, String detail) {
        JsonNode problem = problem(server.send("POST", EXECUTIONS, body), 400);

        assertThat(problem.get("type").textValue()).isEqualTo("urn:jobport:problem:wrong-type");
        assertThat(problem.get("detail").textValue()).isEqualTo(detail);
    }

    @Test
    void a_value_of_the_wrong_type_is_told_before_even_a_thousand_broken_constraints() {
        String body = "{\"inputArtifacts\":[" + "{},".repeat(1_000) + "7]}";

        assertThat(problem(server.send("POST", EXECUTIONS, body), 400)
                        .get("type")
                        .textValue())
                .isEqualTo("urn:jobport:problem:wrong-type");
    }

    @Test
    void nothing_in_a_list_is_a_missing_value() {
        JsonNode problem =
                problem(server.send("POST", EXECUTIONS, "{\"inputArtifacts\":[{\"name\":\"a\"},null]}"), 400);

        assertThat(errors(problem)).contains("inputArtifacts.2.member must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=nonsense", "text/plain; charset", "charset%2,"})
    void a_query_is_read_whatever_the_content_type_says(String contentType) {
        var request = server.to("/control/v1/jobs?status=%41sleep&x%79=1")
                .header("Content-Type", contentType)
                .GET();

        assertThat(errors(problem(server.send(request), 400)))
                .anyMatch(error -> error.startsWith("status must satisfy enum value set"))
                .anyMatch(error -> error.startsWith("xy must be one of"));
    }

    @Test
    void what_is_not_json_is_refused_by_its_place_and_not_shown() {
        JsonNode problem = problem(server.send("POST", "/control/v1/clients", "{\"clientToken\":open-sesame}"), 400);

        assertThat(problem.get("detail").textValue()).matches("The body is not JSON: line 1, column \\d+\\.");
    }

    @Test
    void a_client_token_is_never_shown_when_it_is_refused() {
        String token = "s3cr3t".repeat(50);

        var response = server.send("POST", "/control/v1/clients", "{\"clientToken\":\"" + token + "\"}");

        assertThat(errors(problem(response, 400)))
                .containsExactly("clientToken must have length less than or equal to 256");
        assertThat(response.body()).doesNotContain("s3cr3t");
    }

    @Test
    void a_body_that_does_not_say_that_it_is_json_is_415() {
        var text = server.to(EXECUTIONS).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"));
        var nothing = server.to(EXECUTIONS).POST(BodyPublishers.ofString("{}"));

        assertThat(List.of(server.send(text), server.send(nothing))).allSatisfy(response -> problem(response, 415));
    }

    @Test
    void a_body_over_the_limit_is_413() {
        problem(server.send("POST", EXECUTIONS, " ".repeat(TestServer.LARGEST_BODY + 1)), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /control/v1/clients, 'GET, HEAD, POST'",
        "POST, /control/v1/jobs, 'GET, HEAD'",
        "POST, /control/v1/action-types/ThirdParty/Test/Some-Provider/v_1, 'DELETE, GET, HEAD, PATCH, PUT'",
        "OPTIONS, /health, 'GET, HEAD'",
        "DELETE, /control/v1/openapi.json, 'GET, HEAD'"
    })
    void a_method_that_a_path_does_not_take_is_405_with_those_that_it_takes(
            String method, String path, String allowed) {
        var response = server.send(method, path, "{}");

        problem(response, 405);
        assertThat(response.headers().firstValue("Allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder(allowed.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/control",
                "/control/",
                "/control/v1",
                "/control/v2/jobs",
                "/control/v1/jobs/",
                "/control/v1/jobs/a/b",
                "/control/v1/Jobs",
                "/control/v1/action-types/ThirdParty"
            })
    void an_unknown_path_is_404(String path) {
        JsonNode problem = problem(server.get(path), 404);

        assertThat(problem.get("type").textValue()).isEqualTo("urn:jobport:problem:unknown-path");
    }

    @Test
    void our_own_fault_is_500_and_tells_nothing() {
        server.ports.fail(new IllegalStateException("a secret of ours"));

        var response = server.get("/control/v1/clients");

        problem(response, 500);
        assertThat(response.body()).doesNotContain("a secret of ours");
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        try {
            JsonNode problem = JSON.readTree(response.body());
            assertThat(problem.get("status").intValue()).isEqualTo(status);
            return problem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> errors(JsonNode problem) {
        List<String> errors = new ArrayList<>();
        problem.get("errors")
                .forEach(error -> errors.add(error.get("path").textValue() + " "
                        + error.get("message").textValue()));
        return errors;
    }
}
