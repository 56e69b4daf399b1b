package example.worker;

import static example.worker.RecordingJobs.CLIENT_TOKEN;
import static example.worker.RecordingJobs.NONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import example.worker.RecordingJobs.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.CurrentRevision;
import software.amazon.awssdk.services.codepipeline.model.FailureDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.InvalidClientTokenException;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobStateException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

class JobHandlerTest {

    private final RecordingJobs jobs = new RecordingJobs();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void no_line_tells_the_client_token() {
        assertThat(log).noneMatch(line -> line.contains(CLIENT_TOKEN));
    }

    @Test
    void the_first_job_of_an_action_reports_a_link_at_once() {
        handle(new TestRun());

        Result result = result();
        assertThat(result.details().externalExecutionId()).startsWith("run-");
        assertThat(result.details().percentComplete()).isZero();
        assertThat(result.continuationToken()).isEqualTo(result.details().externalExecutionId() + "/0");
    }

    @Test
    void a_follow_up_job_reports_progress_and_where_to_go_on() {
        jobs.continuationToken = "run-1b9d6bcd/0";
        jobs.configuration = Map.of("steps", "4", "stepMillis", "0");

        handle(new TestRun());

        Result result = result();
        assertThat(result.details().externalExecutionId()).isEqualTo("run-1b9d6bcd");
        assertThat(result.details().percentComplete()).isEqualTo(25);
        assertThat(result.details().summary()).isEqualTo("Step 1 of 4 passed");
        assertThat(result.continuationToken()).isEqualTo("run-1b9d6bcd/1");
    }

    @Test
    void the_last_job_reports_the_revision_the_output_variables_and_no_continuation_token() {
        jobs.continuationToken = "run-1b9d6bcd/3";
        jobs.configuration = Map.of("steps", "4", "stepMillis", "0");

        handle(new TestRun());

        Result result = result();
        assertThat(result.continuationToken()).isNull();
        assertThat(result.details().percentComplete()).isEqualTo(100);
        assertThat(result.revision())
                .extracting(
                        CurrentRevision::revision, CurrentRevision::changeIdentifier, CurrentRevision::revisionSummary)
                .containsExactly("run-1b9d6bcd", "run-1b9d6bcd", "4 of 4 steps passed");
        assertThat(result.outputVariables()).isEqualTo(Map.of("Run", "run-1b9d6bcd", "StepsPassed", "4"));
    }

    @Test
    void the_job_is_acknowledged_with_the_nonce_that_it_came_with() {
        handle(new TestRun());

        assertThat(jobs.acknowledged).extracting(Job::id, Job::nonce).containsExactly(tuple("job-1", NONCE));
        assertThat(result().jobId()).isEqualTo("job-1");
    }

    @Test
    void work_that_fails_as_configured_fails_the_job() {
        jobs.continuationToken = "run-1b9d6bcd/0";
        jobs.configuration = Map.of("steps", "1", "stepMillis", "0", "fail", "true");

        handle(new TestRun());

        assertThat(result().failure())
                .extracting(FailureDetails::type, FailureDetails::message)
                .containsExactly(FailureType.JOB_FAILED, "Step 1 of 1 of run-1b9d6bcd failed");
    }

    @Test
    void a_bad_configuration_fails_the_job_as_such_and_is_not_told() {
        jobs.configuration = Map.of("steps", "many");

        handle(new TestRun());

        assertThat(result().failure())
                .extracting(FailureDetails::type, FailureDetails::message)
                .containsExactly(FailureType.CONFIGURATION_ERROR, "steps must be a whole number from 1 to 100");
    }

    @Test
    void an_exception_in_the_work_fails_the_job() {
        handle(workThatThrows(new IllegalStateException("x".repeat(6_000))));

        assertThat(result().failure().type()).isEqualTo(FailureType.JOB_FAILED);
        assertThat(result().failure().message())
                .startsWith("java.lang.IllegalStateException: xxx")
                .hasSize(5_000);
    }

    @Test
    void a_continuation_token_that_is_not_ours_fails_the_job() {
        jobs.continuationToken = "somebody else's";

        handle(new TestRun());

        assertThat(result().failure().type()).isEqualTo(FailureType.JOB_FAILED);
    }

    @Test
    void a_job_that_somebody_else_has_is_left_alone() {
        jobs.atAcknowledge = refusal(InvalidNonceException.builder(), "InvalidNonceException");

        handle(new TestRun());

        assertThat(jobs.results).isEmpty();
        assertThat(log).containsExactly("job job-1: somebody else has it");
    }

    @Test
    void a_job_that_is_not_in_progress_is_left_alone() {
        jobs.acknowledgedAs = JobStatus.QUEUED;

        handle(new TestRun());

        assertThat(jobs.results).isEmpty();
    }

    @Test
    void a_job_whose_client_is_not_in_the_records_is_left_alone() {
        jobs.atDetails = new NoSuchElementException("client c is not in our records");

        handle(new TestRun());

        assertThat(jobs.acknowledged).isEmpty();
        assertThat(log).containsExactly("job job-1: given up: client c is not in our records");
    }

    @Test
    void a_refused_client_token_is_told_and_ends_the_job_here() {
        jobs.atDetails = refusal(InvalidClientTokenException.builder(), "InvalidClientTokenException");

        handle(new TestRun());

        assertThat(log).containsExactly("job job-1: refused: InvalidClientTokenException");
    }

    @Test
    void a_result_that_comes_too_late_is_told_and_never_turned_into_a_failure() {
        jobs.atResult = refusal(InvalidJobStateException.builder(), "InvalidJobStateException");

        handle(new TestRun());

        assertThat(result().failure()).isNull();
        assertThat(log).last().isEqualTo("job job-1: refused: InvalidJobStateException");
    }

    @Test
    void a_server_that_cannot_be_reached_is_told() {
        jobs.atDetails = SdkClientException.create("connection refused");

        handle(new TestRun());

        assertThat(log).containsExactly("job job-1: given up: connection refused");
    }

    private void handle(Work work) {
        new JobHandler(jobs, work, log::add).handle(jobs.offer("job-1"));
    }

    /** The only one. */
    private Result result() {
        assertThat(jobs.results).hasSize(1);
        return jobs.results.get(0);
    }

    private static RuntimeException refusal(CodePipelineException.Builder error, String code) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
        return error.awsErrorDetails(details).build();
    }

    private static Work workThatThrows(RuntimeException failure) {
        return new Work() {
            @Override
            public Progress start(Map<String, String> configuration) {
                throw failure;
            }

            @Override
            public Progress goOn(String state, Map<String, String> configuration) {
                throw failure;
            }
        };
    }
}
