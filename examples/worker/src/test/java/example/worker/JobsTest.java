package example.worker;

import static example.worker.FakeCodePipeline.CLIENT_ID;
import static example.worker.FakeCodePipeline.CONFIGURATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeJobRequest;
import software.amazon.awssdk.services.codepipeline.model.AcknowledgeThirdPartyJobRequest;
import software.amazon.awssdk.services.codepipeline.model.CurrentRevision;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.GetThirdPartyJobDetailsRequest;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.PollForJobsRequest;
import software.amazon.awssdk.services.codepipeline.model.PollForThirdPartyJobsRequest;
import software.amazon.awssdk.services.codepipeline.model.PutJobFailureResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutJobSuccessResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobFailureResultRequest;
import software.amazon.awssdk.services.codepipeline.model.PutThirdPartyJobSuccessResultRequest;

/** The two families say the same to CodePipeline, each in its own requests. */
class JobsTest {

    private static final ExecutionDetails DETAILS = ExecutionDetails.builder()
            .externalExecutionId("run-1")
            .percentComplete(50)
            .build();
    private static final CurrentRevision REVISION =
            CurrentRevision.builder().revision("r").created(Instant.EPOCH).build();
    private static final FailureDetails FAILURE =
            FailureDetails.builder().type(FailureType.JOB_FAILED).message("no").build();
    private static final Map<String, String> VARIABLES = Map.of("Run", "run-1");

    private final FakeCodePipeline codePipeline = new FakeCodePipeline();

    @Test
    void a_third_party_worker_asks_for_the_details_and_proves_the_client_in_each_request(@TempDir Path directory)
            throws Exception {
        var type = FakeCodePipeline.type("ThirdParty");
        Jobs jobs = new ThirdPartyJobs(codePipeline, type, records(directory, CLIENT_ID + "=secret\n"));

        Offer offer = jobs.poll(3).get(0);
        Job job = offer.job().call();
        JobStatus status = jobs.acknowledge(job);
        jobs.goOn(job, "run-1/3", DETAILS);
        jobs.finish(job, REVISION, DETAILS, VARIABLES);
        jobs.fail(job, FAILURE);

        assertThat(offer.jobId()).isEqualTo("job-1");
        assertThat(offer.from()).isEqualTo("client " + CLIENT_ID);
        assertThat(job).isEqualTo(new Job("job-1", "secret", "7", "run-1/2", CONFIGURATION));
        assertThat(status).isEqualTo(JobStatus.IN_PROGRESS);
        assertThat(codePipeline.requests)
                .isEqualTo(List.of(
                        PollForThirdPartyJobsRequest.builder()
                                .actionTypeId(type)
                                .maxBatchSize(3)
                                .build(),
                        GetThirdPartyJobDetailsRequest.builder()
                                .jobId("job-1")
                                .clientToken("secret")
                                .build(),
                        AcknowledgeThirdPartyJobRequest.builder()
                                .jobId("job-1")
                                .clientToken("secret")
                                .nonce("7")
                                .build(),
                        PutThirdPartyJobSuccessResultRequest.builder()
                                .jobId("job-1")
                                .clientToken("secret")
                                .continuationToken("run-1/3")
                                .executionDetails(DETAILS)
                                .build(),
                        PutThirdPartyJobSuccessResultRequest.builder()
                                .jobId("job-1")
                                .clientToken("secret")
                                .currentRevision(REVISION)
                                .executionDetails(DETAILS)
                                .build(),
                        PutThirdPartyJobFailureResultRequest.builder()
                                .jobId("job-1")
                                .clientToken("secret")
                                .failureDetails(FAILURE)
                                .build()));
    }

    @Test
    void a_custom_worker_has_all_it_needs_from_the_poll_and_reports_output_variables() throws Exception {
        var type = FakeCodePipeline.type("Custom");
        Jobs jobs = new CustomJobs(codePipeline, type);

        Offer offer = jobs.poll(3).get(0);
        Job job = offer.job().call();
        JobStatus status = jobs.acknowledge(job);
        jobs.goOn(job, "run-1/3", DETAILS);
        jobs.finish(job, REVISION, DETAILS, VARIABLES);
        jobs.fail(job, FAILURE);

        assertThat(offer.jobId()).isEqualTo("job-1");
        assertThat(offer.from()).isEqualTo("account 111122223333");
        assertThat(job).isEqualTo(new Job("job-1", null, "7", "run-1/2", CONFIGURATION));
        assertThat(status).isEqualTo(JobStatus.IN_PROGRESS);
        assertThat(codePipeline.requests)
                .isEqualTo(List.of(
                        PollForJobsRequest.builder()
                                .actionTypeId(type)
                                .maxBatchSize(3)
                                .build(),
                        AcknowledgeJobRequest.builder()
                                .jobId("job-1")
                                .nonce("7")
                                .build(),
                        PutJobSuccessResultRequest.builder()
                                .jobId("job-1")
                                .continuationToken("run-1/3")
                                .executionDetails(DETAILS)
                                .build(),
                        PutJobSuccessResultRequest.builder()
                                .jobId("job-1")
                                .currentRevision(REVISION)
                                .executionDetails(DETAILS)
                                .outputVariables(VARIABLES)
                                .build(),
                        PutJobFailureResultRequest.builder()
                                .jobId("job-1")
                                .failureDetails(FAILURE)
                                .build()));
    }

    @Test
    void nothing_is_asked_about_a_job_of_a_client_that_is_not_in_the_records(@TempDir Path directory)
            throws IOException {
        Jobs jobs = new ThirdPartyJobs(codePipeline, FakeCodePipeline.type("ThirdParty"), records(directory, ""));
        Offer offer = jobs.poll(1).get(0);
        codePipeline.requests.clear();

        assertThatThrownBy(() -> offer.job().call())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("client " + CLIENT_ID + " is not in our records");
        assertThat(codePipeline.requests).isEmpty();
    }

    private static ClientTokens records(Path directory, String lines) throws IOException {
        return new ClientTokens(Files.writeString(directory.resolve("clients.properties"), lines));
    }
}
