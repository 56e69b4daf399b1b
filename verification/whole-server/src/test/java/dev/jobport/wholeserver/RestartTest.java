package dev.jobport.wholeserver;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.contracts.worker.Started;
import dev.jobport.contracts.worker.Worker;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server on a durable store may be stopped and started between any two steps of a story: nothing that it answered is lost. */
class RestartTest {

    /** Restarting after every one of the steps. */
    private static final int ALWAYS = -1;

    private static final int LAST_STEP = 10;

    static Stream<Arguments> everyStepOnEachStore() {
        return StorePlaces.durable()
                .flatMap(store -> IntStream.rangeClosed(ALWAYS, LAST_STEP).mapToObj(step -> Arguments.of(step, store)));
    }

    static Stream<String> durableStores() {
        return StorePlaces.durable();
    }

    @ParameterizedTest(name = "after step {0} on {1}")
    @MethodSource("everyStepOnEachStore")
    void a_restart_between_two_steps_loses_nothing(int restartAfter, String store, @TempDir Path directory) {
        run(restartAfter, StorePlaces.make(store, directory), server -> server.thirdPartyWorker(TIMING));
    }

    @ParameterizedTest
    @MethodSource("durableStores")
    void restarts_lose_nothing_of_a_custom_action_either(String store, @TempDir Path directory) {
        run(ALWAYS, StorePlaces.make(store, directory), server -> server.customWorker(TIMING));
    }

    private static void run(int restartAfter, String store, Function<WholeServer, Worker> newWorker) {
        try (WholeServer server = new WholeServer(store)) {
            Story story = new Story(server, newWorker);
            List<Runnable> steps = story.steps();
            for (int step = 0; step < steps.size(); step++) {
                steps.get(step).run();
                if (step == restartAfter || restartAfter == ALWAYS) {
                    server.restart();
                }
            }
            story.endsWell();
        }
    }

    /** An action from its start over a lapsed lease and a follow-up to its end. */
    private static final class Story {

        private final WholeServer server;
        private final Function<WholeServer, Worker> newWorker;
        private Worker worker;
        private Started started;
        private Nonce nonce;
        private JobId followUp;

        Story(WholeServer server, Function<WholeServer, Worker> newWorker) {
            this.server = server;
            this.newWorker = newWorker;
        }

        List<Runnable> steps() {
            return List.of(
                    () -> worker = newWorker.apply(server),
                    () -> started = worker.start(FULL_INPUT),
                    () -> assertThat(worker.pollOne()).isEqualTo(started.jobId()),
                    () -> assertThat(worker.poll()).isEmpty(),
                    () -> server.pass(TIMING.dispatchLease()),
                    () -> assertThat(worker.pollOne()).isEqualTo(started.jobId()),
                    () -> nonce = worker.nonce(started.jobId()).orElseThrow(),
                    () -> assertThat(worker.acknowledge(started.jobId(), nonce)).isEqualTo(JobStatus.InProgress),
                    () -> worker.succeed(started.jobId(), goingOn("build-77")),
                    () -> {
                        assertThat(worker.poll()).isEmpty();
                        server.pass(TIMING.continuationDelay());
                        followUp = worker.take();
                    },
                    () -> worker.succeed(followUp, COMPLETE),
                    () -> worker.succeed(followUp, COMPLETE), // its answer was lost
                    () -> assertThatThrownBy(() -> worker.fail(followUp)).isInstanceOf(Refusal.InvalidJobState.class));
        }

        void endsWell() {
            var report = worker.report(started.actionExecutionId());
            assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.Succeeded);
            assertThat(report.jobs()).extracting(job -> job.id()).containsExactly(started.jobId(), followUp);
            assertThat(report.jobs().get(0).transitions())
                    .extracting(transition -> transition.status())
                    .containsExactly(
                            JobStatus.Created,
                            JobStatus.Queued,
                            JobStatus.Dispatched,
                            JobStatus.Queued,
                            JobStatus.Dispatched,
                            JobStatus.InProgress,
                            JobStatus.Succeeded);
            assertThat(worker.data(followUp).continuationToken())
                    .isEqualTo(Optional.of(new ContinuationToken("build-77")));
            assertThat(server.pipeline()
                            .jobs(server.account(), Optional.of(JobStatus.Succeeded), PageRequest.first())
                            .items())
                    .hasSize(2);
        }
    }
}
