package dev.jobport.wholeserver;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.worker.RepeatContract.GOES_ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.Caller;
import dev.jobport.contracts.worker.ThirdPartyWorker;
import dev.jobport.contracts.worker.Worker;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of repeats holds after a restart and at another server: what was reported is known by the job. */
class RepeatsElsewhereTest {

    static Stream<String> durableStores() {
        return StorePlaces.durable();
    }

    @ParameterizedTest
    @MethodSource("durableStores")
    void a_result_is_known_again_after_a_restart(String store, @TempDir Path directory) {
        try (WholeServer server = new WholeServer(StorePlaces.make(store, directory))) {
            for (Worker worker : List.of(server.thirdPartyWorker(TIMING), server.customWorker(TIMING))) {
                Ended ended = Ended.by(worker, server);
                server.restart();
                ended.areKnownTo(worker, server.caller());
            }
        }
    }

    @Test
    void a_result_is_known_again_at_another_server_of_the_store() {
        String store = TestPostgres.create();
        try (WholeServer one = new WholeServer(store);
                WholeServer two = new WholeServer(store)) {
            ThirdPartyWorker partner = one.thirdPartyWorker(TIMING);

            Ended.by(partner, one).areKnownTo(partner.at(two), two.caller());
            Ended.by(one.customWorker(TIMING), one).areKnownTo(two.customWorker(TIMING), two.caller());
        }
    }

    /** Jobs that ended in every way in which one can be reported, and the action of the one that goes on. */
    private record Ended(JobId timedOut, JobId failed, JobId succeeded, ActionExecutionId goesOn) {

        static Ended by(Worker worker, WholeServer server) {
            JobId timedOut = worker.startAndTake();
            server.pass(TIMING.jobTimeout());
            JobId failed = worker.startAndTake();
            worker.fail(failed);
            ActionExecutionId goesOn = worker.start().actionExecutionId();
            JobId succeeded = worker.take();
            worker.succeed(succeeded, GOES_ON);
            return new Ended(timedOut, failed, succeeded, goesOn);
        }

        void areKnownTo(Worker worker, Caller caller) {
            worker.succeed(succeeded, GOES_ON);
            worker.fail(failed);

            isSetAlready(succeeded, () -> worker.succeed(succeeded, COMPLETE));
            isSetAlready(
                    failed,
                    () -> worker.fail(
                            caller,
                            failed,
                            new FailureDetails(FAILURE.type(), "otherwise", FAILURE.externalExecutionId())));
            hasTerminated(succeeded, () -> worker.fail(succeeded));
            hasTerminated(failed, () -> worker.succeed(failed, COMPLETE));
            hasTerminated(timedOut, () -> worker.succeed(timedOut, COMPLETE));
            hasTerminated(timedOut, () -> worker.fail(timedOut));

            assertThat(worker.statuses(goesOn)).containsExactly(JobStatus.Succeeded, JobStatus.Created);
        }

        private static void isSetAlready(JobId job, Runnable result) {
            isRefused(
                    result,
                    "The status of job with id " + job + " is already set to the desired value. It cannot be updated"
                            + " with the same status, but different result or output variables.");
        }

        private static void hasTerminated(JobId job, Runnable result) {
            isRefused(result, "Job with id " + job + " has already terminated");
        }

        private static void isRefused(Runnable result, String message) {
            assertThatThrownBy(result::run)
                    .isInstanceOf(Refusal.InvalidJobState.class)
                    .hasMessage(message);
        }
    }
}
