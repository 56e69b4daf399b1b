package dev.jobport.adapters.grpc;

import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.PipelinesGrpc;
import dev.jobport.adapters.grpc.generated.PipelinesWire.GetJobRequest;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.domain.Refusal;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.MetadataUtils;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and what is taken from them. */
class LimitsTest {

    private GrpcWorld world;

    @AfterEach
    void close() {
        world.close();
    }

    private void open(int maxConnections, Duration patience, int maxRequestsPerSecond) {
        world = new GrpcWorld(new GrpcSettings(
                "127.0.0.1",
                0,
                new Limits(
                        64 * 1024,
                        1, // so that one of the largest fits, and no other beside it
                        8 * 1024,
                        maxConnections,
                        16,
                        patience,
                        patience,
                        Duration.ofSeconds(1),
                        maxRequestsPerSecond),
                Optional.empty()));
    }

    private void open() {
        open(8, Duration.ofSeconds(60), 0);
    }

    private CustomJobWorkersGrpc.CustomJobWorkersBlockingStub stub(Metadata headers) {
        return CustomJobWorkersGrpc.newBlockingStub(world.client().channel())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static GetJobDetailsRequest unknownJob() {
        return GetJobDetailsRequest.newBuilder().setJobId(UNKNOWN_JOB.value()).build();
    }

    private static void assertRefused(Runnable call, Status.Code code, String reason) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(code))
                .satisfies(e -> assertThat(GrpcClient.reason(e)).isEqualTo(reason));
    }

    @Test
    void who_has_no_token_or_another_is_not_let_in() {
        open();
        Metadata wrong = new Metadata();
        wrong.put(Door.AUTHORIZATION, "Bearer not-a-token-of-anybody");

        assertRefused(
                () -> stub(new Metadata()).getJobDetails(unknownJob()),
                Status.Code.UNAUTHENTICATED,
                "MissingAuthenticationToken");
        assertRefused(() -> stub(wrong).getJobDetails(unknownJob()), Status.Code.UNAUTHENTICATED, "UnrecognizedClient");
    }

    @Test
    void who_tries_out_tokens_in_bulk_is_held_up() {
        open();
        Metadata wrong = new Metadata();
        wrong.put(Door.AUTHORIZATION, "Bearer not-a-token-of-anybody");

        assertThat(IntStream.range(0, 40)
                        .mapToObj(i -> catchThrowableOfType(
                                StatusRuntimeException.class, () -> stub(wrong).getJobDetails(unknownJob())))
                        .map(GrpcClient::reason))
                .contains("UnrecognizedClient", "TooManyTries");
    }

    @Test
    void headers_that_are_too_large_are_not_taken() {
        open();
        Metadata large = world.client().headers(world.caller());
        large.put(Metadata.Key.of("x", Metadata.ASCII_STRING_MARSHALLER), "x".repeat(8 * 1024));

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub(large).getJobDetails(unknownJob()))
                .satisfies(e -> assertThat(GrpcClient.reason(e)).isNotEqualTo("JobNotFound"));
    }

    @Test
    void who_has_no_control_rights_gets_nowhere_with_pipelines() {
        open();
        var stub = PipelinesGrpc.newBlockingStub(world.client().channel())
                .withInterceptors(
                        MetadataUtils.newAttachHeadersInterceptor(world.client().headers(world.caller())));

        assertRefused(
                () -> stub.getJob(
                        GetJobRequest.newBuilder().setJobId(UNKNOWN_JOB.value()).build()),
                Status.Code.PERMISSION_DENIED,
                "NotAuthorized");
    }

    @Test
    void anybody_may_ask_how_the_server_is() {
        open();

        assertThat(HealthGrpc.newBlockingStub(world.client().channel())
                        .check(HealthCheckRequest.newBuilder()
                                .setService(CustomJobWorkersGrpc.SERVICE_NAME)
                                .build())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void a_request_that_is_too_large_is_not_taken() {
        open();
        var large = PutJobSuccessResultRequest.newBuilder()
                .setJobId(UNKNOWN_JOB.value())
                .putOutputVariables("large", "x".repeat(64 * 1024))
                .build();

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub(world.client().headers(world.caller())).putJobSuccessResult(large))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED));
    }

    @Test
    void who_asks_more_often_than_it_may_is_told_to_come_again() {
        open(8, Duration.ofSeconds(60), 1);
        Metadata headers = world.client().headers(world.caller());

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        try {
                            stub(headers).getJobDetails(unknownJob());
                        } catch (StatusRuntimeException e) {
                            if (!GrpcClient.reason(e).equals("JobNotFound")) {
                                throw e;
                            }
                        }
                    }
                })
                .satisfies(e -> assertThat(GrpcClient.reason(e)).isEqualTo("Throttling"));
    }

    @Test
    void a_request_that_does_not_arrive_is_given_up() throws Exception {
        open(8, Duration.ofMillis(200), 0);

        assertThat(BegunCall.end(world, CustomJobWorkersGrpc.getGetJobDetailsMethod()))
                .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }

    @Test
    void a_connection_that_asks_nothing_is_closed() throws Exception {
        open(8, Duration.ofMillis(200), 0);

        try (Socket silent = new Socket(world.uri().getHost(), world.uri().getPort())) {
            silent.setSoTimeout(10_000);
            InputStream in = silent.getInputStream();
            while (in.read() >= 0) {
                // what the server says before it closes
            }
        }
    }

    @Test
    void connections_beyond_the_most_wait_until_others_have_closed() throws Exception {
        open(1, Duration.ofSeconds(60), 0);
        try (Socket first = new Socket(world.uri().getHost(), world.uri().getPort())) {
            assertThat(first.getInputStream().read()).isNotNegative(); // the server has greeted it
            try (Socket second = new Socket(world.uri().getHost(), world.uri().getPort())) {
                second.setSoTimeout(300);
                assertThatExceptionOfType(java.net.SocketTimeoutException.class)
                        .isThrownBy(() -> second.getInputStream().read());
                first.close();
                second.setSoTimeout(10_000);
                assertThat(second.getInputStream().read()).isNotNegative();
            }
        }
    }

    @Test
    void calls_are_counted_where_those_over_http_are() {
        open();
        assertThatExceptionOfType(Refusal.JobNotFound.class)
                .isThrownBy(() -> world.custom().getJobDetails(world.caller(), UNKNOWN_JOB));
        assertThatExceptionOfType(Refusal.JobNotFound.class)
                .isThrownBy(() -> world.pipeline().job(world.account(), UNKNOWN_JOB));

        await().untilAsserted(() -> {
            assertThat(world.registry()
                            .get("jobport.requests")
                            .tags("operation", "GetJobDetails", "outcome", "JobNotFoundException")
                            .timer()
                            .count())
                    .isOne();
            assertThat(world.registry()
                            .get("jobport.control.problems")
                            .tag("kind", "job-not-found")
                            .counter()
                            .count())
                    .isOne();
        });
    }
}
