package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.FuzzRequest.control;
import static dev.jobport.adapters.http.FuzzRequest.joined;
import static dev.jobport.adapters.http.FuzzRequest.worker;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.contracts.fixtures.Samples;
import dev.jobport.domain.Refusal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A great many damaged requests, the same ones for the same seed: none is a fault of ours, each is answered, nothing is
 * left behind, and good requests are served in between.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("jobport.fuzz.requests", 20_000);
    private static final long SEED = Long.getLong("jobport.fuzz.seed", 20150709);

    /** So many damaged requests and one good one are sent at once. */
    private static final int PIPELINED = 24;

    /** And so many each on a connection of its own: their damage may eat what follows. */
    private static final int ALONE = 4;

    private static final long MEMORY_LEFT_BEHIND = 32L * 1024 * 1024;
    private static final int THREADS_LEFT_BEHIND = 8;
    private static final int FILES_LEFT_BEHIND = 8;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final String KEYS = "\"jobId\":\"j-1\",\"clientToken\":\"t-1\"";
    private static final String CUSTOM_KEY = "\"jobId\":\"10b00000-0000-4000-8000-000000000002\"";
    private static final String ACTION_TYPE =
            "{\"category\":\"Test\",\"owner\":\"ThirdParty\",\"provider\":\"A\",\"version\":\"1\"}";

    private static final FuzzRequest GOOD =
            worker("PollForThirdPartyJobs", "{\"actionTypeId\":" + SampleJson.ACTION_TYPE_JSON + "}");
    private static final String GOOD_ANSWER =
            "{\"jobs\":[{\"clientId\":\"" + CLIENT + "\",\"jobId\":\"" + JOB_ID + "\"}]}";

    private static final String ARN =
            "\"resourceArn\":\"arn:aws:codepipeline:us-east-1:000000000000:actiontype:Custom/Build/Own/1\"";

    private static final List<FuzzRequest> SEEDS = List.of(
            worker("PollForThirdPartyJobs", "{\"actionTypeId\":" + ACTION_TYPE + ",\"maxBatchSize\":3}"),
            worker("GetThirdPartyJobDetails", "{" + KEYS + "}"),
            worker("AcknowledgeThirdPartyJob", "{\"nonce\":\"n-1\"," + KEYS + "}"),
            worker(
                    "PutThirdPartyJobSuccessResult",
                    "{" + KEYS + ",\"currentRevision\":{\"revision\":\"r\",\"changeIdentifier\":\"c\",\"created\":1.5},"
                            + "\"continuationToken\":\"ct\",\"executionDetails\":{\"summary\":\"s\",\"percentComplete\":9}}"),
            worker(
                    "PutThirdPartyJobFailureResult",
                    "{" + KEYS + ",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"m\"}}"),
            worker(
                    "PollForJobs",
                    "{\"actionTypeId\":" + SampleJson.CUSTOM_TYPE_JSON
                            + ",\"maxBatchSize\":3,\"queryParam\":{\"a\":\"b\"}}"),
            worker("GetJobDetails", "{" + CUSTOM_KEY + "}"),
            worker("AcknowledgeJob", "{" + CUSTOM_KEY + ",\"nonce\":\"n-1\"}"),
            worker(
                    "PutJobSuccessResult",
                    "{" + CUSTOM_KEY + ",\"executionDetails\":{\"summary\":\"s\"},"
                            + "\"outputVariables\":{\"a\":\"b\",\"c\":\"\"}}"),
            worker(
                    "PutJobSuccessResult",
                    "{" + CUSTOM_KEY + ",\"continuationToken\":\"ct\",\"executionDetails\":{\"percentComplete\":9},"
                            + "\"currentRevision\":{\"revision\":\"r\",\"changeIdentifier\":\"c\",\"created\":1.5}}"),
            worker(
                    "PutJobFailureResult",
                    "{" + CUSTOM_KEY + ",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"m\"}}"),
            worker(
                    "CreateCustomActionType",
                    "{\"category\":\"Build\",\"provider\":\"Own\",\"version\":\"1\","
                            + "\"settings\":{\"entityUrlTemplate\":\"u{Config:n}\"},"
                            + "\"configurationProperties\":[{\"name\":\"n\",\"required\":true,\"key\":false,"
                            + "\"secret\":false,\"type\":\"String\"}],"
                            + "\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":1},"
                            + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5},"
                            + "\"tags\":[{\"key\":\"k\",\"value\":\"v\"}]}"),
            worker("DeleteCustomActionType", "{\"category\":\"Build\",\"provider\":\"Own\",\"version\":\"1\"}"),
            worker("GetActionType", ACTION_TYPE),
            worker("TagResource", "{" + ARN + ",\"tags\":[{\"key\":\"k\",\"value\":\"v\"}]}"),
            worker("ListActionTypes", "{\"actionOwnerFilter\":\"Custom\",\"nextToken\":\"dA\"}"),
            worker(
                    "UpdateActionType",
                    "{\"actionType\":{\"description\":\"d\",\"executor\":{\"configuration\":{"
                            + "\"jobWorkerExecutorConfiguration\":{\"pollingAccounts\":[\"123456789012\"]}},"
                            + "\"type\":\"JobWorker\",\"jobTimeout\":60},\"id\":" + ACTION_TYPE
                            + ",\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":1},"
                            + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":1},"
                            + "\"permissions\":{\"allowedAccounts\":[\"*\"]}}}"),
            worker("UntagResource", "{" + ARN + ",\"tagKeys\":[\"k\"]}"),
            worker("ListTagsForResource", "{" + ARN + ",\"maxResults\":3}"),
            control(
                    "PUT /control/v1/action-types/Custom/Test/A/1",
                    "{\"jobTimeoutSeconds\":60,\"settings\":{\"entityUrlTemplate\":\"u{Config:n}\"},"
                            + "\"configurationProperties\":[{\"name\":\"n\",\"required\":true}],"
                            + "\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":1},"
                            + "\"declaration\":{\"description\":\"d\",\"allowedAccounts\":[\"*\"]},"
                            + "\"tags\":{\"k\":\"v\"}}"),
            control("PUT /control/v1/action-types/Custom/Test/A/1?replace=true", "{\"jobTimeoutSeconds\":60}"),
            control("DELETE /control/v1/clients/0a1b2c3d-0000-4000-8000-00000000c11e", ""),
            control("POST /control/v1/clients/0a1b2c3d-0000-4000-8000-00000000c11e/rotate", "{\"clientToken\":\"t\"}"),
            control("POST /control/v1/action-executions/ac710000-0000-4000-8000-000000000004/stop", ""),
            control("GET /control/v1/jobs?status=Queued&maxResults=5", ""),
            control(
                    "POST /control/v1/clients",
                    "{\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\",\"clientToken\":\"t\"}"),
            control(
                    "POST /control/v1/action-executions",
                    "{\"actionTypeId\":" + ACTION_TYPE
                            + ",\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\",\"configuration\":{\"a\":\"b\"},"
                            + "\"inputArtifacts\":[{\"name\":\"n\"}]}"));

    private static final List<Damage> WHOLE = kinds(true);
    private static final List<Damage> BROKEN = kinds(false);

    private final Random random = new Random(SEED);
    private final Map<Damage, Integer> counts = new EnumMap<>(Damage.class);
    private int good;

    private static List<Damage> kinds(boolean keepsHttpWhole) {
        return List.of(Damage.values()).stream()
                .filter(damage -> damage.keepsHttpWhole == keepsHttpWhole)
                .toList();
    }

    @Test
    @Timeout(600)
    void damaged_requests_are_refused_and_good_ones_served_in_between() throws Exception {
        System.out.printf("Fuzzing: seed %d (-Djobport.fuzz.seed, -Djobport.fuzz.requests)%n", SEED);
        try (TestServer server = new TestServer(Duration.ofSeconds(60))) {
            server.ports.answerEach(FuzzTest::answer);
            fuzz(server, REQUESTS / 10); // whatever is made once is made now
            Footprint before = Footprint.now();
            fuzz(server, REQUESTS - REQUESTS / 10);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> Footprint.now().assertNotBeyond(before));
            assertServed(server);
        }
        int damaged = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("Fuzzing: %,d damaged requests %s, %,d good ones in between%n", damaged, counts, good);
        assertThat(damaged).isGreaterThanOrEqualTo(REQUESTS);
    }

    /** What the ports say. A request that is good after all is refused too, unless it is the good one. */
    private static Object answer(List<Object> call) {
        if (call.contains(Samples.ACTION_TYPE)) {
            return List.of(new ThirdPartyJob(CLIENT, JOB_ID));
        }
        throw new Refusal.JobNotFound(JOB_ID);
    }

    private void fuzz(TestServer server, int requests) throws IOException {
        for (int sent = 0; sent < requests; sent += PIPELINED + ALONE) {
            sendPipelined(server);
            for (int i = 0; i < ALONE; i++) {
                byte[] request = damaged(BROKEN);
                assertRefused(server.raw(request), request);
            }
        }
    }

    private void sendPipelined(TestServer server) throws IOException {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < PIPELINED; i++) {
            requests.add(damaged(WHOLE));
        }
        requests.add(GOOD.bytes());
        for (int answered = 0; answered < requests.size(); ) {
            try (FuzzConnection connection = new FuzzConnection(server.server.port())) {
                connection.send(
                        joined(requests.subList(answered, requests.size()).toArray(byte[][]::new)));
                FuzzConnection.Answer answer;
                do {
                    byte[] request = requests.get(answered);
                    answer = connection.receive();
                    answered++;
                    if (answered == requests.size()) {
                        assertThat(answer.status()).isEqualTo(200);
                        assertThat(answer.body()).isEqualTo(GOOD_ANSWER);
                        good++;
                    } else {
                        assertRefused(answer.head() + answer.body(), request);
                    }
                } while (answered < requests.size() && !answer.closes());
            }
        }
    }

    private byte[] damaged(List<Damage> kinds) {
        Damage damage = kinds.get(random.nextInt(kinds.size()));
        counts.merge(damage, 1, Integer::sum);
        return damage.of(SEEDS.get(random.nextInt(SEEDS.size())), random);
    }

    private static void assertRefused(String answer, byte[] request) {
        Matcher status = STATUS.matcher(answer);
        int answers = 0;
        while (status.find()) {
            answers++;
            int code = Integer.parseInt(status.group(1));
            // 505 is no fault of ours: it is for a version of HTTP that nobody speaks; 100 asks for the rest
            if (!(code == 505 || code == 100 || code >= 400 && code <= 499)) {
                throw new AssertionError(told(request, answer));
            }
        }
        // only who never ends the header is left without an answer
        if (answers == 0 && new String(request, ISO_8859_1).contains("\r\n\r\n")) {
            throw new AssertionError(told(request, answer));
        }
        for (String page : List.of("<html", "jetty", "Jetty", "Javalin", "Exception:")) {
            if (answer.contains(page)) {
                throw new AssertionError(told(request, answer));
            }
        }
    }

    private static String told(byte[] request, String answer) {
        return "seed " + SEED + ", request:\n" + new String(request, ISO_8859_1) + "\nanswer:\n" + answer;
    }

    private static void assertServed(TestServer server) {
        var response = server.call("PollForThirdPartyJobs", "{\"actionTypeId\":" + SampleJson.ACTION_TYPE_JSON + "}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(GOOD_ANSWER);
    }

    /** What the process holds on to: memory in bytes, threads, and files, of which each connection is one. */
    private record Footprint(long memory, int threads, long files) {

        static Footprint now() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return new Footprint(
                    runtime.totalMemory() - runtime.freeMemory(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                            ? unix.getOpenFileDescriptorCount()
                            : 0);
        }

        void assertNotBeyond(Footprint before) {
            assertThat(memory).as("memory").isLessThan(before.memory + MEMORY_LEFT_BEHIND);
            assertThat(threads).as("threads").isLessThan(before.threads + THREADS_LEFT_BEHIND);
            assertThat(files).as("open files").isLessThan(before.files + FILES_LEFT_BEHIND);
        }
    }
}
