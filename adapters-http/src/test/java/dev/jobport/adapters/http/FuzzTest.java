package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.ThirdPartyJob;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Thousands of damaged requests, the same ones each time: none is a fault of ours, and the server keeps serving. */
class FuzzTest {

    private static final long SEED = 20150709;
    private static final int REQUESTS = 4_000;
    private static final int BETWEEN_GOOD_ONES = 100;

    private static final String JSON_HEADER = "Content-Type: application/json\r\n";
    private static final String KEYS = "\"jobId\":\"j-1\",\"clientToken\":\"t-1\"";

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3}) ");

    /** Pieces that have broken servers before. */
    private static final List<String> PIECES = List.of(
            "\"",
            "\\u0000",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "1e999",
            "-0",
            "9".repeat(400),
            "\0",
            "\uFFFF",
            "%00",
            "%2e%2e/",
            "?",
            "#",
            "\r\n",
            "\n",
            " ",
            "\t",
            "Transfer-Encoding: chunked\r\n",
            ";",
            "é");

    private static final List<Request> SEEDS = List.of(
            worker(
                    "PollForThirdPartyJobs",
                    "{\"actionTypeId\":{\"category\":\"Test\",\"owner\":\"ThirdParty\",\"provider\":\"A\",\"version\":\"1\"},"
                            + "\"maxBatchSize\":3}"),
            worker("GetThirdPartyJobDetails", "{" + KEYS + "}"),
            worker("AcknowledgeThirdPartyJob", "{\"nonce\":\"n-1\"," + KEYS + "}"),
            worker(
                    "PutThirdPartyJobSuccessResult",
                    "{" + KEYS + ",\"currentRevision\":{\"revision\":\"r\",\"changeIdentifier\":\"c\",\"created\":1.5},"
                            + "\"continuationToken\":\"ct\",\"executionDetails\":{\"summary\":\"s\",\"percentComplete\":9}}"),
            worker(
                    "PutThirdPartyJobFailureResult",
                    "{" + KEYS + ",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"m\"}}"),
            new Request("PUT /control/v1/action-types/ThirdParty/Test/A/1", JSON_HEADER, "{\"jobTimeoutSeconds\":60}"),
            new Request("GET /control/v1/jobs?status=Queued&maxResults=5", "", ""),
            new Request(
                    "POST /control/v1/clients",
                    JSON_HEADER,
                    "{\"clientId\":\"c11e0000-0000-4000-8000-000000000001\",\"clientToken\":\"t\"}"),
            new Request(
                    "POST /control/v1/action-executions",
                    JSON_HEADER,
                    "{\"actionTypeId\":{\"category\":\"Test\",\"owner\":\"ThirdParty\",\"provider\":\"A\",\"version\":\"1\"},"
                            + "\"clientId\":\"c11e0000-0000-4000-8000-000000000001\",\"configuration\":{\"a\":\"b\"},"
                            + "\"inputArtifacts\":[{\"name\":\"n\"}]}"));

    private record Request(String line, String headers, String body) {

        byte[] head(int bodyLength) {
            return (line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + bodyLength + "\r\n\r\n")
                    .getBytes(ISO_8859_1);
        }
    }

    private final Random random = new Random(SEED);

    private static Request worker(String operation, String body) {
        return new Request(
                "POST /",
                "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: CodePipeline_20150709." + operation + "\r\n",
                body);
    }

    @Test
    void damaged_requests_are_refused_and_good_ones_served_in_between() throws Exception {
        try (TestServer server = new TestServer()) {
            for (int i = 0; i < REQUESTS; i++) {
                // a request that is good after all is refused by the port, so whatever is no error is one
                server.ports.fail(Samples.REFUSALS.get(1));
                byte[] request = damaged(SEEDS.get(random.nextInt(SEEDS.size())));

                assertRefused(server.raw(request), i, request);

                if (i % BETWEEN_GOOD_ONES == 0) {
                    assertServed(server);
                }
            }
            assertServed(server);
        }
    }

    private byte[] damaged(Request request) {
        byte[] body = request.body().getBytes(UTF_8);
        boolean bodyOnly = body.length > 0 && random.nextInt(4) > 0;
        if (bodyOnly) {
            byte[] damaged = damaged(body);
            return joined(request.head(damaged.length), damaged);
        }
        return damaged(joined(request.head(body.length), body));
    }

    private byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            damaged = damagedOnce(damaged);
        }
        return damaged;
    }

    private byte[] damagedOnce(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(20));
        byte[] before = Arrays.copyOf(bytes, from);
        byte[] some = Arrays.copyOfRange(bytes, from, to);
        byte[] after = Arrays.copyOfRange(bytes, to, bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> joined(before, after);
            case 1 -> joined(before, some, some, after);
            case 2 -> before;
            case 3 -> joined(before, new byte[] {(byte) random.nextInt(256)}, some, after);
            case 4 -> joined(before, PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8), after);
            default -> joined(before, PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8), some, after);
        };
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static void assertRefused(String answer, int number, byte[] request) {
        Matcher status = STATUS.matcher(answer);
        String shown = "request " + number + ": " + new String(request, ISO_8859_1) + "\nanswer: " + answer;
        if (status.find()) {
            int code = Integer.parseInt(status.group(1));
            // 505 is no fault of ours: it is for a version of HTTP that nobody speaks
            assertThat(code == 505 || code >= 400 && code <= 499).as(shown).isTrue();
        } else { // only who never ends the header is left without an answer
            assertThat(new String(request, ISO_8859_1)).as(shown).doesNotContain("\r\n\r\n");
        }
        assertThat(answer).as(shown).doesNotContain("<html", "jetty", "Jetty", "Javalin", "Exception:");
    }

    private static void assertServed(TestServer server) {
        server.ports.answer(List.of(new ThirdPartyJob(Samples.CLIENT_ID, Samples.JOB_ID)));
        var response = server.call("PollForThirdPartyJobs", "{\"actionTypeId\":" + Samples.ACTION_TYPE_JSON + "}");
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
