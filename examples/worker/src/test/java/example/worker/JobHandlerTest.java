package example.worker;

import static example.worker.FakeCodePipeline.CLIENT_ID;
import static example.worker.FakeCodePipeline.CLIENT_TOKEN;
import static example.worker.FakeCodePipeline.NONCE;
import static example.worker.FakeCodePipeline.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeThirdPartyJobRequest;
import software.amazon.awssdk.services.codepipeline.model.CurrentRevision;
import software.amazon.awssdk.services.codepipeline.model.FailureDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.GetThirdPartyJobDetailsRequest;
import software.amazon.awssdk.services.codepipeline.model.InvalidClientTokenException;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobStateException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobFailureResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobSuccessResultRequest;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;

class JobHandlerTest {

    private static final ThirdPartyJob JOB = FakeCodePipeline.job("job-1");

    @TempDir
    Path directory;

    private final FakeCodePipeline codePipeline = new FakeCodePipeline();
    private final List<String> log = new ArrayList<>();
    private Path records;

    @BeforeEach
    void a_customer_is_in_the_records() throws IOException {
        records = Files.writeString(directory.resolve("clients.properties"), CLIENT_ID + "=" + CLIENT_TOKEN + "\n");
    }

    @AfterEach
    void no_line_tells_the_client_token() {
        assertThat(log).noneMatch(line -> line.contains(CLIENT_TOKEN));
    }

    @Test
    void the_first_job_of_an_action_reports_a_link_at_once() {
        handle(new TestRun());

        PutThirdPartyJobSuccessResultRequest result = codePipeline.the(PutThirdPartyJobSuccessResultRequest.class);
        assertThat(result.executionDetails().externalExecutionId()).startsWith("run-");
        assertThat(result.executionDetails().percentComplete()).isZero();
        assertThat(result.continuationToken())
                .isEqualTo(result.executionDetails().externalExecutionId() + "/0");
        assertThat(result.currentRevision()).isNull();
    }

    @Test
    void a_follow_up_job_reports_progress_and_where_to_go_on() {
        codePipeline.continuationToken = "run-1b9d6bcd/0";
        codePipeline.configuration = Map.of("steps", "4", "stepMillis", "0");

        handle(new TestRun());

        PutThirdPartyJobSuccessResultRequest result = codePipeline.the(PutThirdPartyJobSuccessResultRequest.class);
        assertThat(result.executionDetails().externalExecutionId()).isEqualTo("run-1b9d6bcd");
        assertThat(result.executionDetails().percentComplete()).isEqualTo(25);
        assertThat(result.executionDetails().summary()).isEqualTo("Step 1 of 4 passed");
        assertThat(result.continuationToken()).isEqualTo("run-1b9d6bcd/1");
    }

    @Test
    void the_last_job_reports_the_revision_and_no_continuation_token() {
        codePipeline.continuationToken = "run-1b9d6bcd/3";
        codePipeline.configuration = Map.of("steps", "4", "stepMillis", "0");

        handle(new TestRun());

        PutThirdPartyJobSuccessResultRequest result = codePipeline.the(PutThirdPartyJobSuccessResultRequest.class);
        assertThat(result.continuationToken()).isNull();
        assertThat(result.executionDetails().percentComplete()).isEqualTo(100);
        assertThat(result.currentRevision())
                .extracting(
                        CurrentRevision::revision, CurrentRevision::changeIdentifier, CurrentRevision::revisionSummary)
                .containsExactly("run-1b9d6bcd", "run-1b9d6bcd", "4 of 4 steps passed");
    }

    @Test
    void each_request_names_the_job_and_proves_the_client() {
        handle(new TestRun());

        assertThat(codePipeline.the(GetThirdPartyJobDetailsRequest.class))
                .extracting(GetThirdPartyJobDetailsRequest::jobId, GetThirdPartyJobDetailsRequest::clientToken)
                .containsExactly("job-1", CLIENT_TOKEN);
        assertThat(codePipeline.the(AcknowledgeThirdPartyJobRequest.class))
                .extracting(
                        AcknowledgeThirdPartyJobRequest::jobId,
                        AcknowledgeThirdPartyJobRequest::clientToken,
                        AcknowledgeThirdPartyJobRequest::nonce)
                .containsExactly("job-1", CLIENT_TOKEN, NONCE);
        assertThat(codePipeline.the(PutThirdPartyJobSuccessResultRequest.class))
                .extracting(
                        PutThirdPartyJobSuccessResultRequest::jobId, PutThirdPartyJobSuccessResultRequest::clientToken)
                .containsExactly("job-1", CLIENT_TOKEN);
    }

    @Test
    void work_that_fails_as_configured_fails_the_job() {
        codePipeline.continuationToken = "run-1b9d6bcd/0";
        codePipeline.configuration = Map.of("steps", "1", "stepMillis", "0", "fail", "true");

        handle(new TestRun());

        assertThat(failure())
                .extracting(FailureDetails::type, FailureDetails::message)
                .containsExactly(FailureType.JOB_FAILED, "Step 1 of 1 of run-1b9d6bcd failed");
    }

    @Test
    void a_bad_configuration_fails_the_job_as_such_and_is_not_told() {
        codePipeline.configuration = Map.of("steps", "many");

        handle(new TestRun());

        assertThat(failure())
                .extracting(FailureDetails::type, FailureDetails::message)
                .containsExactly(FailureType.CONFIGURATION_ERROR, "steps must be a whole number from 1 to 100");
    }

    @Test
    void an_exception_in_the_work_fails_the_job() {
        handle(workThatThrows(new IllegalStateException("x".repeat(6_000))));

        assertThat(failure().type()).isEqualTo(FailureType.JOB_FAILED);
        assertThat(failure().message())
                .startsWith("java.lang.IllegalStateException: xxx")
                .hasSize(5_000);
    }

    @Test
    void a_continuation_token_that_is_not_ours_fails_the_job() {
        codePipeline.continuationToken = "somebody else's";

        handle(new TestRun());

        assertThat(failure().type()).isEqualTo(FailureType.JOB_FAILED);
    }

    @Test
    void a_job_that_somebody_else_has_is_left_alone() {
        codePipeline.atAcknowledge = refusal(InvalidNonceException.builder(), "InvalidNonceException");

        handle(new TestRun());

        assertThat(codePipeline.all(PutThirdPartyJobSuccessResultRequest.class)).isEmpty();
        assertThat(codePipeline.all(PutThirdPartyJobFailureResultRequest.class)).isEmpty();
        assertThat(log).containsExactly("job job-1: somebody else has it");
    }

    @Test
    void a_job_that_is_not_in_progress_is_left_alone() {
        codePipeline.acknowledgedAs = JobStatus.QUEUED;

        handle(new TestRun());

        assertThat(codePipeline.all(PutThirdPartyJobSuccessResultRequest.class)).isEmpty();
    }

    @Test
    void a_job_of_a_client_that_is_not_in_the_records_is_left_alone() throws IOException {
        Files.writeString(records, "");

        handle(new TestRun());

        assertThat(codePipeline.requests).isEmpty();
        assertThat(log).containsExactly("job job-1: client " + CLIENT_ID + " is not in our records");
    }

    @Test
    void a_refused_client_token_is_told_and_ends_the_job_here() {
        codePipeline.atDetails = refusal(InvalidClientTokenException.builder(), "InvalidClientTokenException");

        handle(new TestRun());

        assertThat(log).containsExactly("job job-1: refused: InvalidClientTokenException");
    }

    @Test
    void a_result_that_comes_too_late_is_told_and_never_turned_into_a_failure() {
        codePipeline.atResult = refusal(InvalidJobStateException.builder(), "InvalidJobStateException");

        handle(new TestRun());

        assertThat(codePipeline.all(PutThirdPartyJobFailureResultRequest.class)).isEmpty();
        assertThat(log).last().isEqualTo("job job-1: refused: InvalidJobStateException");
    }

    @Test
    void a_server_that_cannot_be_reached_is_told() {
        codePipeline.atDetails = SdkClientException.create("connection refused");

        handle(new TestRun());

        assertThat(log).containsExactly("job job-1: given up: connection refused");
    }

    private void handle(Work work) {
        new JobHandler(codePipeline, new ClientTokens(records), work, log::add).handle(JOB);
    }

    private FailureDetails failure() {
        return codePipeline.the(PutThirdPartyJobFailureResultRequest.class).failureDetails();
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
