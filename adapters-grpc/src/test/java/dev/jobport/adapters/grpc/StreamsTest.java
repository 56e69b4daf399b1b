package dev.jobport.adapters.grpc;

import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc.CustomJobWorkersBlockingStub;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.CustomJob;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.StreamJobsRequest;
import dev.jobport.contracts.worker.CustomWorker;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams hand out jobs as they become due, under the same leases and nonces as polls, for as long as the peer is there. */
class StreamsTest {

    private final GrpcWorld world = new GrpcWorld();
    private final CustomWorker worker = world.customWorker(TIMING);

    @AfterEach
    void close() {
        world.close();
    }

    private CustomJobWorkersBlockingStub stub() {
        return CustomJobWorkersGrpc.newBlockingStub(world.client().channel())
                .withInterceptors(
                        MetadataUtils.newAttachHeadersInterceptor(world.client().headers(world.caller())));
    }

    private StreamJobsRequest.Builder request() {
        return StreamJobsRequest.newBuilder().setActionTypeId(Answers.actionTypeId(worker.actionType()));
    }

    @Test
    void a_stream_hands_out_what_is_due_and_what_becomes_due_later() {
        JobId first = worker.start().jobId();

        Iterator<CustomJob> jobs = stub().streamJobs(request().build());

        assertThat(jobs.next().getId()).isEqualTo(first.value());
        JobId second = worker.start().jobId();
        CustomJob later = jobs.next();
        assertThat(later.getId()).isEqualTo(second.value());
        assertThat(worker.acknowledge(second, new Nonce(later.getNonce()))).isEqualTo(JobStatus.InProgress);
    }

    @Test
    void a_stream_ends_when_it_has_handed_out_as_many_as_were_asked_for() {
        worker.start();
        worker.start();
        worker.start();

        Iterator<CustomJob> jobs = stub().streamJobs(request().setMaxJobs(2).build());

        assertThat(jobs).toIterable().hasSize(2);
        assertThat(worker.poll()).hasSize(1);
        assertThat(world.transport().openStreams()).isZero();
    }

    @Test
    void a_job_whose_lease_has_run_out_is_handed_out_again_with_another_nonce() {
        JobId job = worker.start().jobId();
        Iterator<CustomJob> jobs = stub().streamJobs(request().build());
        CustomJob once = jobs.next();

        world.pass(TIMING.dispatchLease());

        CustomJob again = jobs.next();
        assertThat(again.getId()).isEqualTo(job.value());
        assertThat(again.getNonce()).isNotEqualTo(once.getNonce());
    }

    @Test
    void a_stream_is_refused_as_its_first_poll_would_be() {
        Iterator<CustomJob> jobs = CustomJobWorkersGrpc.newBlockingStub(
                        world.client().channel())
                .withInterceptors(
                        MetadataUtils.newAttachHeadersInterceptor(world.client().headers(world.stranger())))
                .streamJobs(request().build());

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(jobs::hasNext)
                .satisfies(e -> assertThat(GrpcClient.reason(e)).isEqualTo("AccessDenied"));
        assertThat(world.transport().openStreams()).isZero();
    }

    @Test
    void a_stream_ends_when_its_peer_is_gone() throws Exception {
        try (CancellableContext peer = Context.current().withCancellation()) {
            peer.call(() -> stub().streamJobs(request().build()));
            await().untilAsserted(
                            () -> assertThat(world.transport().openStreams()).isOne());
        }

        await().untilAsserted(() -> assertThat(world.transport().openStreams()).isZero());
        worker.start();
        assertThat(worker.poll()).hasSize(1);
    }

    @Test
    void a_server_that_stops_ends_its_streams_at_once() throws Exception {
        AtomicReference<Status> end = new AtomicReference<>();
        Iterator<CustomJob> jobs = stub().streamJobs(request().build());
        Thread reader = new Thread(() -> {
            try {
                jobs.hasNext();
            } catch (StatusRuntimeException e) {
                end.set(e.getStatus());
            }
        });
        reader.start();
        await().untilAsserted(() -> assertThat(world.transport().openStreams()).isOne());

        world.transport().close();

        reader.join(Duration.ofSeconds(10).toMillis());
        assertThat(end.get().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }
}
