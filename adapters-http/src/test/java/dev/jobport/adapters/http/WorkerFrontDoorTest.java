package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.Samples.ACTION_TYPE_JSON;
import static dev.jobport.adapters.http.TestServer.AMZ_JSON;
import static java.nio.charset.StandardCharsets.UTF_16;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the worker side answers to requests that do not get through, row by row and in that order. */
class WorkerFrontDoorTest {

    private static final String NOT_READ = "{\"__type\":\"SerializationException\"}";
    private static final String UNKNOWN = "<UnknownOperationException/>";
    private static final String TARGET = "CodePipeline_20150709.PollForThirdPartyJobs";
    private static final String KEYS = "\"jobId\":\"j\",\"clientToken\":\"open-sesame\"";

    private static final List<Refusal> REFUSALS = Samples.REFUSALS;

    private static final Map<Class<? extends Refusal>, String> WIRE_NAMES = Map.of(
            Refusal.Validation.class, "ValidationException",
            Refusal.JobNotFound.class, "JobNotFoundException",
            Refusal.InvalidJob.class, "InvalidJobException",
            Refusal.InvalidClientToken.class, "InvalidClientTokenException",
            Refusal.InvalidNonce.class, "InvalidNonceException",
            Refusal.InvalidJobState.class, "InvalidJobStateException",
            Refusal.ActionTypeNotFound.class, "ActionTypeNotFoundException",
            Refusal.InvalidNextToken.class, "InvalidNextTokenException");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.ports.reset();
    }

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

    static Stream<String> notRead() {
        return Stream.of(
                "",
                " ",
                "{",
                "nonsense",
                "null",
                "1",
                "\"text\"",
                "[]",
                "{} {}",
                "{}x",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "/**/{}",
                "\uFEFF{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":[\"\\udc00\\ud800\"]}",
                "{\"\\ud800\":1}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":" + "1".repeat(2000) + "}",
                "{\"a\":" + "[".repeat(101) + "]".repeat(101) + "}",
                "{\"a\":" + "[".repeat(30_000),
                "{\"a\":".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("notRead")
    void what_is_not_one_well_formed_json_object_is_not_read(String body) {
        var response = server.call("PollForThirdPartyJobs", body);

        assertError(response, 400, NOT_READ);
    }

    @Test
    void json_in_another_encoding_is_not_read() {
        assertError(post(AMZ_JSON, TARGET, BodyPublishers.ofByteArray("{}".getBytes(UTF_16))), 400, NOT_READ);
        assertError(
                post(AMZ_JSON, TARGET, BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'
                })),
                400,
                NOT_READ);
        byte[] surrogate = {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'};
        assertError(post(AMZ_JSON, TARGET, BodyPublishers.ofByteArray(surrogate)), 400, NOT_READ);
    }

    @Test
    void a_body_that_is_not_read_is_noticed_before_a_wrong_content_type() {
        assertError(post("text/plain", TARGET, BodyPublishers.ofString("")), 400, NOT_READ);
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
        assertError(
                post(AMZ_JSON, target, BodyPublishers.ofString("{}")),
                400,
                "{\"__type\":\"UnknownOperationException\"}");
    }

    @Test
    void no_target_is_an_unknown_operation() {
        var response =
                server.send(server.to("/").header("Content-Type", AMZ_JSON).POST(BodyPublishers.ofString("{}")));

        assertError(response, 400, "{\"__type\":\"UnknownOperationException\"}");
    }

    static Stream<List<String>> wrongTypes() {
        return Stream.of(
                List.of("{\"jobId\":1}", "NUMBER_VALUE can not be converted to a String"),
                List.of("{\"jobId\":true}", "BOOLEAN_VALUE can not be converted to a String"),
                List.of("{\"jobId\":{}}", "Start of structure or map found where not expected."),
                List.of("{\"jobId\":[]}", "Start of list found where not expected."),
                List.of("{\"clientToken\":7}", "NUMBER_VALUE can not be converted to a String"),
                List.of("{\"currentRevision\":\"x\"}", "Expected structure or null"),
                List.of("{\"currentRevision\":[]}", "Start of list found where not expected."),
                List.of(
                        "{\"currentRevision\":{\"created\":\"x\"}}",
                        "STRING_VALUE can not be converted to a Timestamp"),
                List.of(
                        "{\"currentRevision\":{\"created\":1e400}}",
                        "NUMBER_VALUE can not be converted to a Timestamp"),
                List.of(
                        "{\"currentRevision\":{\"created\":253402300800}}",
                        "NUMBER_VALUE can not be converted to a Timestamp"),
                List.of(
                        "{\"executionDetails\":{\"percentComplete\":\"1\"}}",
                        "STRING_VALUE can not be converted to an Integer"),
                List.of(
                        "{\"executionDetails\":{\"percentComplete\":1.5}}",
                        "NUMBER_VALUE can not be converted to an Integer"),
                List.of(
                        "{\"executionDetails\":{\"percentComplete\":2147483648}}",
                        "NUMBER_VALUE can not be converted to an Integer"),
                List.of(
                        "{\"executionDetails\":{\"percentComplete\":1e999999999}}",
                        "NUMBER_VALUE can not be converted to an Integer"));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void a_member_of_the_wrong_type_comes_before_any_broken_constraint(List<String> requestAndMessage) {
        assertError(
                server.call("PutThirdPartyJobSuccessResult", requestAndMessage.get(0)),
                400,
                "{\"__type\":\"SerializationException\",\"Message\":\"" + requestAndMessage.get(1) + "\"}");
        assertThat(server.ports.calls()).isEmpty();
    }

    @Test
    void a_missing_member_is_told_in_awss_words() {
        assertInvalid(
                "GetThirdPartyJobDetails",
                "{\"clientToken\":\"t\"}",
                "1 validation error detected: "
                        + "Value null at 'jobId' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_nested_paths() {
        assertInvalid(
                "PollForThirdPartyJobs",
                "{\"actionTypeId\":{\"category\":\"Tset\",\"owner\":null,\"provider\":\"A me\",\"version\":\"1234567890\"},"
                        + "\"maxBatchSize\":0}",
                "5 validation errors detected: "
                        + "Value 'Tset' at 'actionTypeId.category' failed to satisfy constraint: Member must satisfy enum"
                        + " value set: [Source, Build, Deploy, Test, Invoke, Approval, Compute]; "
                        + "Value null at 'actionTypeId.owner' failed to satisfy constraint: Member must not be null; "
                        + "Value 'A me' at 'actionTypeId.provider' failed to satisfy constraint: Member must satisfy"
                        + " regular expression pattern: [0-9A-Za-z_-]+; "
                        + "Value '1234567890' at 'actionTypeId.version' failed to satisfy constraint: Member must have"
                        + " length less than or equal to 9; "
                        + "Value '0' at 'maxBatchSize' failed to satisfy constraint: Member must have value greater than"
                        + " or equal to 1");
    }

    @Test
    void one_value_may_break_several_constraints() {
        assertInvalid(
                "PollForThirdPartyJobs",
                "{\"actionTypeId\":" + ACTION_TYPE_JSON.replace("Acme", "") + "}",
                "2 validation errors detected: "
                        + "Value '' at 'actionTypeId.provider' failed to satisfy constraint: Member must have length"
                        + " greater than or equal to 1; "
                        + "Value '' at 'actionTypeId.provider' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: [0-9A-Za-z_-]+");
    }

    @Test
    void a_client_token_is_never_shown() {
        String secret = "s3cr3t".repeat(50);
        assertInvalid(
                "GetThirdPartyJobDetails",
                "{\"jobId\":\"j\",\"clientToken\":\"" + secret + "\"}",
                ""
                        + "1 validation error detected: Value at 'clientToken' failed to satisfy constraint: Member must have"
                        + " length less than or equal to 256");
        assertInvalid(
                "GetThirdPartyJobDetails",
                "{\"jobId\":\"j\"}",
                "1 validation error detected: "
                        + "Value at 'clientToken' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void an_empty_continuation_token_is_not_no_token() {
        assertInvalid(
                "PutThirdPartyJobSuccessResult",
                "{" + KEYS + ",\"continuationToken\":\"\"}",
                ""
                        + "1 validation error detected: Value '' at 'continuationToken' failed to satisfy constraint: Member must"
                        + " have length greater than or equal to 1");
    }

    @Test
    void a_percentage_is_at_most_100() {
        assertInvalid(
                "PutThirdPartyJobSuccessResult",
                "{" + KEYS + ",\"executionDetails\":{\"percentComplete\":101}}",
                ""
                        + "1 validation error detected: Value '101' at 'executionDetails.percentComplete' failed to satisfy"
                        + " constraint: Member must have value less than or equal to 100");
    }

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void each_refusal_has_its_name_or_is_a_fault_where_it_cannot_occur(Refusal refusal) {
        server.ports.fail(refusal);

        var response = server.call("GetThirdPartyJobDetails", "{" + KEYS + "}");

        String name = WIRE_NAMES.get(refusal.getClass());
        if (name == null) {
            assertError(response, 500, "{\"__type\":\"InternalFailure\"}");
        } else {
            assertError(response, 400, "{\"__type\":\"" + name + "\",\"message\":\"" + refusal.getMessage() + "\"}");
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
        assertError(response, 500, "{\"__type\":\"InternalFailure\"}");
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

        assertThat(server.call("GetThirdPartyJobDetails", "{" + KEYS + "}"))
                .satisfies(response -> assertThat(response.statusCode()).isEqualTo(500))
                .satisfies(response -> assertThat(response.body()).isEqualTo("{\"__type\":\"InternalFailure\"}"));
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
    @ValueSource(strings = {"/nowhere", "/controlled", "/healthy", "//", "/.well-known/x", "/favicon.ico", "/%2F"})
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

    private static void assertInvalid(String operation, String request, String message) {
        assertError(
                server.call(operation, request),
                400,
                "{\"__type\":\"ValidationException\",\"message\":\"" + message + "\"}");
        assertThat(server.ports.calls()).isEmpty();
    }

    private static void assertError(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly(AMZ_JSON);
        assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(response.headers().firstValue("Date")).isPresent();
    }
}
