package dev.jobport.adapters.grpc;

import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForJobsRequest;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.domain.Refusal;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What many calls of somebody who has no token can take from others. */
class FloodTest {

    /** There is room for 192 calls where the largest message is this small, and for 48 of strangers. */
    private static final int LARGEST_BYTES = 64 * 1024;

    private static final int MOST_CALLS = 192;
    private static final int MOST_OF_STRANGERS = MOST_CALLS / 4;

    private final GrpcWorld world = new GrpcWorld(new GrpcSettings(
            "127.0.0.1",
            0,
            new Limits(
                    LARGEST_BYTES,
                    1,
                    8 * 1024,
                    64,
                    64,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(1),
                    0),
            Optional.empty()));
    private final List<ManagedChannel> channels = new ArrayList<>();
    private final Queue<Status> ended = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        world.close();
    }

    /** By a connection of its own. */
    private ManagedChannel channel() {
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        world.uri().getHost(), world.uri().getPort())
                .usePlaintext()
                .build();
        channels.add(channel);
        return channel;
    }

    /** A call that has only begun. */
    private <Q, A> ClientCall<Q, A> begin(
            ManagedChannel channel, MethodDescriptor<Q, A> method, Metadata headers, Q request) {
        ClientCall<Q, A> call = channel.newCall(method, CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<A>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        ended.add(status);
                    }
                },
                headers);
        call.request(1);
        call.sendMessage(request);
        return call;
    }

    private ClientCall<?, ?> watch(ManagedChannel channel) {
        return begin(channel, HealthGrpc.getWatchMethod(), new Metadata(), HealthCheckRequest.getDefaultInstance());
    }

    private void assertServesThoseWhoAreKnown() {
        assertThatExceptionOfType(Refusal.JobNotFound.class)
                .isThrownBy(() -> world.custom().getJobDetails(world.caller(), UNKNOWN_JOB));
    }

    @Test
    void one_connection_watches_the_health_a_few_times_only() {
        ManagedChannel channel = channel();

        for (int i = 0; i < Strangers.MOST_OF_A_CONNECTION + 3; i++) {
            watch(channel).halfClose();
        }

        await().untilAsserted(() -> assertThat(ended).hasSize(3));
        assertThat(ended).extracting(Status::getCode).containsOnly(Status.Code.UNAVAILABLE);
        assertThat(HealthGrpc.newBlockingStub(channel())
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void strangers_keep_nobody_out_who_is_known() {
        int connections = MOST_OF_STRANGERS / Strangers.MOST_OF_A_CONNECTION;
        for (int i = 0; i < connections + 2; i++) {
            ManagedChannel channel = channel();
            for (int j = 0; j < Strangers.MOST_OF_A_CONNECTION; j++) {
                watch(channel); // and none is said to be complete
            }
        }

        await().untilAsserted(() -> assertThat(ended).hasSize(2 * Strangers.MOST_OF_A_CONNECTION));
        assertServesThoseWhoAreKnown();

        channels.forEach(ManagedChannel::shutdownNow);
        await().untilAsserted(() -> assertThat(HealthGrpc.newBlockingStub(channel())
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING));
    }

    /** The message may be whole before it is known whose it is. */
    @RepeatedTest(20)
    void a_stranger_sends_no_large_message() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> HealthGrpc.newBlockingStub(channel())
                        .check(HealthCheckRequest.newBuilder()
                                .setServiceBytes(ByteString.copyFrom("x".repeat(2000), US_ASCII))
                                .build()))
                .satisfies(e -> assertThat(GrpcClient.reason(e)).isEqualTo("NoRoom"));
    }

    /** None of these calls is ever said to be complete. */
    @Test
    void calls_beyond_the_most_are_refused_before_they_are_looked_at_and_leave_nothing_behind() {
        List<ClientCall<?, ?>> calls = new ArrayList<>();
        for (int i = 0; i < 2 * MOST_CALLS + 50; i++) {
            ManagedChannel channel = i % 90 == 0 ? channel() : channels.get(channels.size() - 1);
            var headers = world.client().headers(world.caller());
            calls.add(begin(
                    channel,
                    CustomJobWorkersGrpc.getPollForJobsMethod(),
                    headers,
                    PollForJobsRequest.getDefaultInstance()));
        }

        await().untilAsserted(() -> assertThat(ended).hasSizeGreaterThanOrEqualTo(50));
        assertThat(ended).extracting(Status::getCode).contains(Status.Code.UNAVAILABLE);
        calls.forEach(call -> call.cancel("enough", null));
        await().untilAsserted(this::assertServesThoseWhoAreKnown);
    }
}
