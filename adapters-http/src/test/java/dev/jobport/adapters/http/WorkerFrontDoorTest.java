package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.TestServer.AMZ_JSON;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.jobport.domain.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the worker side answers to requests that do not get through, row by row and in that order. */
class WorkerFrontDoorTest extends WithServer {

    private static final String NOT_READ = "{\"__type\":\"SerializationException\"}";
    private static final String UNKNOWN = "<UnknownOperationException/>";
    private static final String TARGET = "CodePipeline_20150709.PollForThirdPartyJobs";
    private static final String KEYS = "\"jobId\":\"j\",\"clientToken\":\"open-sesame\"";

    private static final List<Refusal> REFUSALS = SampleJson.REFUSALS;

    private static final Map<Class<? extends Refusal>, String> WIRE_NAMES = Map.of(
            Refusal.Validation.class, "ValidationException",
            Refusal.AccessDenied.class, "AccessDeniedException",
            Refusal.JobNotFound.class, "JobNotFoundException",
            Refusal.InvalidJob.class, "InvalidJobException",
            Refusal.InvalidClientToken.class, "InvalidClientTokenException",
            Refusal.InvalidNonce.class, "InvalidNonceException",
            Refusal.OutputVariablesSizeExceeded.class, "OutputVariablesSizeExceededException",
            Refusal.InvalidJobState.class, "InvalidJobStateException",
            Refusal.ActionTypeNotFound.class, "ActionTypeNotFoundException",
            Refusal.InvalidNextToken.class, "InvalidNextTokenException");

    @Test
    void a_body_over_the_limit_is_413_without_a_body_before_anything_else_is_looked_at() {
        var announced = post("text/plain", "none", BodyPublishers.ofString("x".repeat(TestServer.LARGEST_BODY + 1)));
        var chunked = post(
                AMZ_JSON,
                TARGET,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[4 * TestServer.LARGEST_BODY])));

        assertThat(List.of(announced, chunked)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
        });
    }

    @Test
    void a_body_of_just_the_limit_is_read() {
        String body = "{\"unknown\":\"" + "x".repeat(TestServer.LARGEST_BODY - 14) + "\"}";
        assertThat(body.getBytes(UTF_8)).hasSize(TestServer.LARGEST_BODY);

        assertThat(server.call("PollForThirdPartyJobs", body).body()).contains("ValidationException");
    }

    @Test
    void a_body_that_is_not_read_is_noticed_before_a_wrong_content_type() {
        assertAnswer(post("text/plain", TARGET, BodyPublishers.ofString("")), 400, NOT_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-amz-json-1.0", "application/x-amz-cbor-1.1", "nonsense", ";"})
    void another_content_type_finds_no_operation(String contentType) {
        var response = post(contentType, TARGET, BodyPublishers.ofString("{}"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(UNKNOWN);
        assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
    }

    @Test
    void no_content_type_finds_no_operation() {
        var response = server.send(server.to("/").header("X-Amz-Target", TARGET).POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON"})
    void plain_json_finds_no_operation_and_is_told_so_in_json(String contentType) {
        var response = post(contentType, TARGET, BodyPublishers.ofString("{}"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .isEqualTo("{\"Output\":{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"},"
                        + "\"Version\":\"1.0\"}");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void the_content_type_may_have_parameters_and_capitals() {
        var response = post("Application/X-AMZ-JSON-1.1; charset=UTF-8", TARGET, BodyPublishers.ofString("{}"));

        assertThat(response.body()).contains("ValidationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodePipeline_20150709.Nonsense",
                "CodePipeline_20150709.",
                "CodePipeline_20150709",
                "PollForThirdPartyJobs",
                "codepipeline_20150709.PollForThirdPartyJobs",
                "Other_20150709.PollForThirdPartyJobs",
                "x"
            })
    void another_target_is_an_unknown_operation(String target) {
        assertAnswer(
                post(AMZ_JSON, target, BodyPublishers.ofString("{}")),
                400,
                "{\"__type\":\"UnknownOperationException\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-amz-json-1.1; charset=utf-8",
                "application/x-amz-json-1.1; charset=nonsense",
                "application/x-amz-json-1.1;",
                "APPLICATION/X-AMZ-JSON-1.1"
            })
    void what_follows_the_content_type_and_its_case_do_not_matter(String contentType) {
        assertAnswer(
                post(contentType, "x", BodyPublishers.ofString("{}")),
                400,
                "{\"__type\":\"UnknownOperationException\"}");
    }

    @Test
    void an_operation_of_codepipelines_that_is_not_served_is_named() {
        assertAnswer(
                server.call("StartPipelineExecution", "{}"),
                400,
                "{\"__type\":\"UnknownOperationException\",\"message\":\"StartPipelineExecution is not served here:"
                        + " Jobport serves job workers and action types only.\"}");
    }

    @Test
    void no_target_is_an_unknown_operation() {
        var response =
                server.send(server.to("/").header("Content-Type", AMZ_JSON).POST(BodyPublishers.ofString("{}")));

        assertAnswer(response, 400, "{\"__type\":\"UnknownOperationException\"}");
    }

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void each_refusal_has_its_name_or_is_a_fault_where_it_cannot_occur(Refusal refusal) {
        server.ports.fail(refusal);

        var response = server.call("GetThirdPartyJobDetails", "{" + KEYS + "}");

        String name = WIRE_NAMES.get(refusal.getClass());
        if (name == null) {
            assertAnswer(response, 500, "{\"__type\":\"InternalFailure\"}");
        } else if (refusal instanceof Refusal.AccessDenied) {
            assertAnswer(
                    response,
                    400,
                    "{\"__type\":\"AccessDeniedException\",\"Message\":\"User: arn:aws:iam::000000000000:user/anyone is"
                            + " not authorized to perform: codepipeline:GetThirdPartyJobDetails on resource:"
                            + " arn:aws:codepipeline:us-east-1:000000000000:actiontype:" + ACTION_TYPE
                            + " because no identity-based policy allows the codepipeline:GetThirdPartyJobDetails"
                            + " action\"}");
        } else {
            assertAnswer(response, 400, "{\"__type\":\"" + name + "\",\"message\":\"" + refusal.getMessage() + "\"}");
        }
    }

    @Test
    void our_own_fault_is_logged_with_the_request_id_and_without_secrets() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        appender.start();
        root.addAppender(appender);
        server.ports.fail(new IllegalStateException("broken"));

        var response = server.call("GetThirdPartyJobDetails", "{" + KEYS + "}");

        root.detachAppender(appender);
        assertAnswer(response, 500, "{\"__type\":\"InternalFailure\"}");
        assertThat(appender.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage())
                    .contains(response.headers().firstValue("x-amzn-RequestId").orElseThrow())
                    .doesNotContain("open-sesame");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken");
        });
    }

    @Test
    void even_a_java_error_is_answered() {
        server.ports.fail(new AssertionError("broken"));

        var response = server.call("GetThirdPartyJobDetails", "{" + KEYS + "}");

        assertAnswer(response, 500, "{\"__type\":\"InternalFailure\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "BREW"})
    void other_methods_find_no_operation(String method) throws IOException {
        String answer = server.raw(method + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("x-amzn-RequestId");
        if (!method.equals("HEAD")) {
            assertThat(answer).endsWith(UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/controlled", "/healthy", "//", "/.well-known/x", "/%2F"})
    void other_paths_find_no_operation(String path) {
        var response = server.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(UNKNOWN);
    }

    private static HttpResponse<String> post(String contentType, String target, BodyPublisher body) {
        return server.send(server.to("/")
                .header("Content-Type", contentType)
                .header("X-Amz-Target", target)
                .POST(body));
    }
}
