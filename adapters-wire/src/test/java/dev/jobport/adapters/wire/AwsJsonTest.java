package dev.jobport.adapters.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.identity.AccessKey;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.SentBody;
import dev.jobport.adapters.identity.SentHeaders;
import dev.jobport.adapters.identity.SentRequest;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The door and the protocol, used as whoever carries them does: on no web server, with keys from memory. */
class AwsJsonTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");
    private static final byte[] BODY = "{\"jobId\":\"10b00000-0000-4000-8000-000000000002\"}".getBytes(UTF_8);

    private final List<AccessKey> keys = new ArrayList<>(List.of(key("AKIDEXAMPLE")));
    private final List<String> failures = new ArrayList<>();
    private final RefusingPorts ports = new RefusingPorts();
    private Instant doorTime = NOW;
    private final AwsJson awsJson = new AwsJson(
            ports.drivingPorts(),
            Doorkeeper.withCredentials(() -> keys, List.of(new Account("000000000000", "us-east-1")), () -> doorTime),
            caller -> !caller.equals("AKIDGREEDY"),
            (requestId, failure) -> failures.add(requestId + " " + failure.getMessage()));

    @Test
    void an_answer_has_all_that_is_to_be_sent() {
        ports.fail(new Refusal.InvalidNonce());

        Answer answer = awsJson.answer(signedBy("AKIDEXAMPLE"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(body(answer)).startsWith("{\"__type\":\"InvalidNonceException\",\"message\":");
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/x-amz-json-1.1")
                .containsEntry("x-amzn-RequestId", answer.requestId());
    }

    @Test
    void a_key_that_is_taken_away_is_refused_from_the_next_request_on() {
        keys.clear();

        assertThat(body(awsJson.answer(signedBy("AKIDEXAMPLE")))).contains("UnrecognizedClientException");
        assertThat(ports.calls()).isZero();
    }

    @Test
    void signatures_are_judged_by_the_clock_of_the_door() {
        doorTime = NOW.plusSeconds(301);

        assertThat(body(awsJson.answer(signedBy("AKIDEXAMPLE")))).contains("Signature expired");
    }

    @Test
    void a_caller_whom_the_throttle_does_not_admit_is_told_so() {
        keys.add(key("AKIDGREEDY"));

        assertThat(body(awsJson.answer(signedBy("AKIDGREEDY"))))
                .isEqualTo("{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
        assertThat(ports.calls()).isZero();
    }

    @Test
    void why_the_server_failed_is_told_to_whoever_carries_and_not_to_the_client() {
        ports.fail(new IllegalStateException("the disk is full"));

        Answer answer = awsJson.answer(signedBy("AKIDEXAMPLE"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(body(answer)).isEqualTo(AwsJson.FAULT);
        assertThat(failures).containsExactly(answer.requestId() + " the disk is full");
    }

    private static AccessKey key(String id) {
        return new AccessKey(
                id, SECRET, Optional.empty(), Optional.empty(), Set.of(ActionTypePattern.parse("Custom/*/*/*")), false);
    }

    private static String body(Answer answer) {
        return new String(answer.body(), UTF_8);
    }

    private static SentRequest signedBy(String accessKeyId) {
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(it -> it.identity(AwsCredentialsIdentity.create(accessKeyId, SECRET))
                        .request(SdkHttpRequest.builder()
                                .method(SdkHttpMethod.POST)
                                .uri(URI.create("http://127.0.0.1:8460/"))
                                .putHeader("Content-Type", AwsJson.CONTENT_TYPE)
                                .putHeader("X-Amz-Target", "CodePipeline_20150709.GetJobDetails")
                                .build())
                        .payload(() -> new ByteArrayInputStream(BODY))
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "codepipeline")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
                .request();
        return new SentRequest(
                "POST",
                "/",
                "",
                SentHeaders.of(each ->
                        signed.forEachHeader((name, values) -> values.forEach(value -> each.accept(name, value)))),
                "",
                SentBody.of(BODY),
                "127.0.0.1");
    }
}
