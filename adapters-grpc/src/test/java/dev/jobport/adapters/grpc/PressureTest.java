package dev.jobport.adapters.grpc;

import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc.CustomJobWorkersBlockingStub;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.CustomJob;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.StreamJobsRequest;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.contracts.worker.CustomWorker;
import dev.jobport.domain.action.ActionInput;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What peers that send too much, or do not read, can keep in the server's memory. */
class PressureTest {

    private static final int LARGEST_BYTES = 64 * 1024;

    private GrpcWorld world;

    @AfterEach
    void close() {
        world.close();
    }

    private void open(Duration patience) {
        world = new GrpcWorld(new GrpcSettings(
                "127.0.0.1",
                0,
                new Limits(
                        LARGEST_BYTES,
                        1, // so that one of the largest messages fits, and no other beside it
                        8 * 1024,
                        8,
                        16,
                        patience,
                        patience,
                        Duration.ofSeconds(1),
                        0),
                Optional.empty()));
    }

    private Metadata headers() {
        return world.client().headers(world.caller());
    }

    private CustomJobWorkersBlockingStub stub() {
        return CustomJobWorkersGrpc.newBlockingStub(world.client().channel())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
    }

    private static PutJobSuccessResultRequest large() {
        return PutJobSuccessResultRequest.newBuilder()
                .setJobId(UNKNOWN_JOB.value())
                .putOutputVariables("large", "x".repeat(LARGEST_BYTES - 200))
                .build();
    }

    /** How a call ends that is started, and read nothing of. */
    private <Q, A> CompletableFuture<Status> begin(Channel channel, MethodDescriptor<Q, A> method, Q request) {
        CompletableFuture<Status> end = new CompletableFuture<>();
        ClientCall<Q, A> call = channel.newCall(method, CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        end.complete(status);
                    }
                },
                headers());
        call.sendMessage(request);
        end.whenComplete((status, failure) -> call.cancel("enough", null));
        return end;
    }

    @Test
    void messages_that_are_in_memory_together_are_counted_until_their_calls_end() throws Exception {
        open(Duration.ofSeconds(60));
        MethodDescriptor<PutJobSuccessResultRequest, PutJobSuccessResultResponse> method =
                CustomJobWorkersGrpc.getPutJobSuccessResultMethod();

        var one = begin(world.client().channel(), method, large()); // neither is said to be complete
        var another = begin(world.client().channel(), method, large());

        Status refused = (Status) CompletableFuture.anyOf(one, another).get(10, TimeUnit.SECONDS);
        assertThat(refused.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        one.complete(Status.CANCELLED);
        another.complete(Status.CANCELLED);
        await().untilAsserted(() -> assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub().putJobSuccessResult(large()))
                .satisfies(e -> assertThat(GrpcClient.reason(e)).isNotEqualTo("NoRoom")));
    }

    @Test
    void a_compressed_message_is_not_taken() {
        open(Duration.ofSeconds(60));

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub().withCompression("gzip").putJobSuccessResult(large()))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void a_peer_that_does_not_take_its_answer_is_cut_off() throws Exception {
        open(Duration.ofMillis(300));
        CustomWorker worker = world.customWorker(TIMING);
        worker.start();

        assertThat(unread(worker, 1)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_stream_that_is_not_read_ends_and_its_jobs_are_for_others() throws Exception {
        open(Duration.ofMillis(300));
        CustomWorker worker = world.customWorker(TIMING);
        ActionInput large = configuredInput(Map.of("large", "x".repeat(40_000)));
        worker.start(large);

        assertThat(unread(worker, 20)).succeedsWithin(Duration.ofSeconds(20));

        assertThat(world.transport().openStreams()).isZero();
        world.pass(TIMING.dispatchLease());
        assertThat(worker.poll()).hasSize(1);
    }

    /** Begins a stream of jobs to a peer that has room for no byte of them; tells when its connection is lost. */
    private CompletableFuture<Void> unread(CustomWorker worker, int maxJobs) {
        ManagedChannel deaf = NettyChannelBuilder.forAddress(
                        world.uri().getHost(), world.uri().getPort())
                .usePlaintext()
                .flowControlWindow(1)
                .build();
        CompletableFuture<Void> lost = new CompletableFuture<>();
        whenLost(deaf, ConnectivityState.IDLE, lost);
        lost.whenComplete((nothing, failure) -> deaf.shutdownNow());
        ClientCall<StreamJobsRequest, CustomJob> call =
                deaf.newCall(CustomJobWorkersGrpc.getStreamJobsMethod(), CallOptions.DEFAULT);
        call.start(new ClientCall.Listener<>() {}, headers());
        call.sendMessage(StreamJobsRequest.newBuilder()
                .setActionTypeId(Answers.actionTypeId(worker.actionType()))
                .setMaxJobs(maxJobs)
                .build());
        call.halfClose();
        return lost;
    }

    private static void whenLost(ManagedChannel channel, ConnectivityState before, CompletableFuture<Void> lost) {
        channel.notifyWhenStateChanged(before, () -> {
            ConnectivityState now = channel.getState(false);
            if (before != ConnectivityState.IDLE && now == ConnectivityState.IDLE) {
                lost.complete(null);
            } else {
                whenLost(channel, now, lost);
            }
        });
    }
}
