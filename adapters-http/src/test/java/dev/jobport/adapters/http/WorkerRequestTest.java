package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.SampleJson.ACTION_TYPE_JSON;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What job workers are told of requests that are not well-formed, of the wrong types or break constraints. */
class WorkerRequestTest extends WithServer {

    private static final String NOT_READ = "{\"__type\":\"SerializationException\"}";
    private static final String KEYS = "\"jobId\":\"j\",\"clientToken\":\"open-sesame\"";

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

        assertAnswer(response, 400, NOT_READ);
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of("{}".getBytes(UTF_16), new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, new byte[] {
            '{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'
        });
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void json_that_is_not_utf_8_is_not_read(byte[] body) {
        assertAnswer(server.call("PollForThirdPartyJobs", body), 400, NOT_READ);
    }

    static Stream<List<String>> wrongTypes() {
        return Stream.of(
                List.of("{\"jobId\":1}", "NUMBER_VALUE can not be converted to a String"),
                List.of("{\"jobId\":true}", "TRUE_VALUE can not be converted to a String"),
                List.of("{\"jobId\":{}}", "Start of structure or map found where not expected."),
                List.of("{\"jobId\":[]}", "Start of list found where not expected"),
                List.of("{\"clientToken\":7}", "NUMBER_VALUE can not be converted to a String"),
                List.of("{\"currentRevision\":\"x\"}", "Expected null"),
                List.of("{\"currentRevision\":[]}", "Start of list found where not expected"),
                List.of(
                        "{\"currentRevision\":{\"created\":\"x\"}}",
                        "STRING_VALUE can not be converted to milliseconds since epoch"),
                List.of(
                        "{\"currentRevision\":{\"created\":1e400}}",
                        "NUMBER_VALUE can not be converted to milliseconds since epoch"),
                List.of(
                        "{\"currentRevision\":{\"created\":253402300800}}",
                        "NUMBER_VALUE can not be converted to milliseconds since epoch"),
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
        assertAnswer(
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
                        + "Value at 'jobId' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_nested_paths() {
        assertInvalid(
                "PollForThirdPartyJobs",
                "{\"actionTypeId\":{\"category\":\"Tset\",\"owner\":null,\"provider\":\"A"
                        + " me\",\"version\":\"1234567890\"},\"maxBatchSize\":0}",
                "5 validation errors detected: "
                        + "Value at 'actionTypeId.category' failed to satisfy constraint: Member must satisfy enum"
                        + " value set: [Source, Build, Deploy, Test, Invoke, Approval, Compute]; "
                        + "Value at 'actionTypeId.owner' failed to satisfy constraint: Member must not be null; "
                        + "Value at 'actionTypeId.provider' failed to satisfy constraint: Member must satisfy"
                        + " regular expression pattern: [0-9A-Za-z_-]+; "
                        + "Value at 'actionTypeId.version' failed to satisfy constraint: Member must have"
                        + " length less than or equal to 9; "
                        + "Value at 'maxBatchSize' failed to satisfy constraint: Member must have value greater than"
                        + " or equal to 1");
    }

    @Test
    void one_value_may_break_several_constraints() {
        assertInvalid(
                "PollForThirdPartyJobs",
                "{\"actionTypeId\":" + ACTION_TYPE_JSON.replace("Some-Provider", "") + "}",
                "2 validation errors detected: "
                        + "Value at 'actionTypeId.provider' failed to satisfy constraint: Member must have length"
                        + " greater than or equal to 1; "
                        + "Value at 'actionTypeId.provider' failed to satisfy constraint: Member must satisfy regular"
                        + " expression pattern: [0-9A-Za-z_-]+");
    }

    @Test
    void a_client_token_is_never_shown() {
        String secret = "s3cr3t".repeat(50);
        assertInvalid(
                "GetThirdPartyJobDetails",
                "{\"jobId\":\"j\",\"clientToken\":\"" + secret + "\"}",
                "1 validation error detected: Value at 'clientToken' failed to satisfy constraint: Member must have"
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
                "1 validation error detected: Value at 'continuationToken' failed to satisfy constraint: Member must"
                        + " have length greater than or equal to 1");
    }

    @Test
    void a_percentage_is_at_most_100() {
        assertInvalid(
                "PutThirdPartyJobSuccessResult",
                "{" + KEYS + ",\"executionDetails\":{\"percentComplete\":101}}",
                ""
                        + "1 validation error detected: Value at 'executionDetails.percentComplete' failed to satisfy"
                        + " constraint: Member must have value less than or equal to 100");
    }

    private static void assertInvalid(String operation, String request, String message) {
        assertAnswer(
                server.call(operation, request),
                400,
                "{\"__type\":\"ValidationException\",\"message\":\"" + message + "\"}");
        assertThat(server.ports.calls()).isEmpty();
    }
}
