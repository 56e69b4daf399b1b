package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.Samples.ACTION_TYPE;
import static dev.jobport.adapters.http.Samples.ACTION_TYPE_JSON;
import static dev.jobport.adapters.http.Samples.CLIENT_ID;
import static dev.jobport.adapters.http.Samples.CLIENT_TOKEN;
import static dev.jobport.adapters.http.Samples.JOB_ID;
import static dev.jobport.adapters.http.Samples.NEXT_JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation: the request's bytes become exactly these domain values, the answer exactly these bytes. */
class WorkerWireTest extends WithServer {

    private static final String KEYS =
            "\"jobId\":\"10b00000-0000-4000-8000-000000000002\",\"clientToken\":\"open-sesame\"";

    @Test
    void a_poll_names_the_jobs_and_nothing_else() {
        server.ports.answer(List.of(new ThirdPartyJob(CLIENT_ID, JOB_ID), new ThirdPartyJob(CLIENT_ID, NEXT_JOB_ID)));

        var response = server.call(
                "PollForThirdPartyJobs", "{\"actionTypeId\":%s,\"maxBatchSize\":3}".formatted(ACTION_TYPE_JSON));

        assertThat(server.ports.calls()).containsExactly(List.of("pollForThirdPartyJobs", ACTION_TYPE, 3));
        assertAnswer(
                response,
                200,
                "{\"jobs\":["
                        + "{\"clientId\":\"c11e0000-0000-4000-8000-000000000001\",\"jobId\":\"10b00000-0000-4000-8000-000000000002\"},"
                        + "{\"clientId\":\"c11e0000-0000-4000-8000-000000000001\",\"jobId\":\"10b00000-0000-4000-8000-000000000003\"}]}");
    }

    @Test
    void a_poll_that_finds_nothing_answers_an_empty_list_and_no_batch_size_means_ten() {
        server.ports.answer(List.of());

        var response = server.call("PollForThirdPartyJobs", "{\"actionTypeId\":%s}".formatted(ACTION_TYPE_JSON));

        assertThat(server.ports.calls()).containsExactly(List.of("pollForThirdPartyJobs", ACTION_TYPE, 10));
        assertAnswer(response, 200, "{\"jobs\":[]}");
    }

    @Test
    void details_tell_all_but_which_pipeline_execution_it_is() {
        server.ports.answer(Samples.details(
                Samples.data(ACTION_TYPE, Samples.INPUT.forThirdParty()), Optional.of(new Nonce("nonce-6"))));

        var response = server.call("GetThirdPartyJobDetails", "{" + KEYS + "}");

        assertThat(server.ports.calls()).containsExactly(List.of("getThirdPartyJobDetails", JOB_ID, CLIENT_TOKEN));
        assertAnswer(
                response,
                200,
                "{\"jobDetails\":{\"id\":\"10b00000-0000-4000-8000-000000000002\",\"data\":{"
                        + "\"actionTypeId\":" + ACTION_TYPE_JSON + ","
                        + "\"actionConfiguration\":{\"configuration\":{\"Suite\":\"smoke\",\"Ünïcode\":\"☃ 𝄞\"}},"
                        + "\"pipelineContext\":{\"pipelineName\":\"shop\",\"stage\":{\"name\":\"Verify\"},"
                        + "\"action\":{\"name\":\"Smoke\",\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"}},"
                        + "\"inputArtifacts\":[{\"name\":\"build\",\"revision\":\"rev-3\",\"location\":{\"type\":\"S3\","
                        + "\"s3Location\":{\"bucketName\":\"in-bucket\",\"objectKey\":\"in/key.zip\"}}}],"
                        + "\"outputArtifacts\":[{\"name\":\"report\"}],"
                        + "\"artifactCredentials\":{\"accessKeyId\":\"access-key\",\"secretAccessKey\":\"secret-key\","
                        + "\"sessionToken\":\"session-token\"},"
                        + "\"continuationToken\":\"token-7\","
                        + "\"encryptionKey\":{\"id\":\"key-9\",\"type\":\"KMS\"}},"
                        + "\"nonce\":\"nonce-6\"}}");
    }

    @Test
    void details_leave_out_what_is_absent() {
        server.ports.answer(Samples.details(Samples.EMPTY_DATA, Optional.empty()));

        var response = server.call("GetThirdPartyJobDetails", "{" + KEYS + "}");

        assertAnswer(
                response,
                200,
                "{\"jobDetails\":{\"id\":\"10b00000-0000-4000-8000-000000000002\",\"data\":{"
                        + "\"actionTypeId\":" + ACTION_TYPE_JSON + ","
                        + "\"actionConfiguration\":{\"configuration\":{}},"
                        + "\"pipelineContext\":{\"action\":{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"}},"
                        + "\"inputArtifacts\":[],\"outputArtifacts\":[]}}}");
    }

    @Test
    void an_acknowledgement_tells_the_status() {
        server.ports.answer(JobStatus.InProgress);

        var response = server.call("AcknowledgeThirdPartyJob", "{\"nonce\":\"nonce-6\"," + KEYS + "}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("acknowledgeThirdPartyJob", JOB_ID, new Nonce("nonce-6"), CLIENT_TOKEN));
        assertAnswer(response, 200, "{\"status\":\"InProgress\"}");
    }

    @Test
    void a_success_reports_all_there_is() {
        var response = server.call(
                "PutThirdPartyJobSuccessResult",
                "{" + KEYS + ",\"currentRevision\":{\"revision\":\"rev-4\",\"changeIdentifier\":\"change-5\","
                        + "\"created\":1700000000.500,\"revisionSummary\":\"a fix\"},\"continuationToken\":\"token-7\","
                        + "\"executionDetails\":{\"summary\":\"half done\",\"externalExecutionId\":\"run-8\","
                        + "\"percentComplete\":50}}");

        var result = new SuccessResult(
                Optional.of(new CurrentRevision(
                        "rev-4",
                        "change-5",
                        Optional.of(Instant.ofEpochMilli(1_700_000_000_500L)),
                        Optional.of("a fix"))),
                Optional.of(new ContinuationToken("token-7")),
                Optional.of(new ExecutionDetails(Optional.of("half done"), Optional.of("run-8"), Optional.of(50))));
        assertThat(server.ports.calls())
                .containsExactly(List.of("putThirdPartyJobSuccessResult", JOB_ID, CLIENT_TOKEN, result));
        assertAnswer(response, 200, "");
    }

    @Test
    void a_success_may_report_nothing_and_null_counts_as_absent() {
        var response = server.call(
                "PutThirdPartyJobSuccessResult",
                "{" + KEYS + ",\"currentRevision\":null,\"continuationToken\":null,\"executionDetails\":null}");

        var result = new SuccessResult(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(server.ports.calls())
                .containsExactly(List.of("putThirdPartyJobSuccessResult", JOB_ID, CLIENT_TOKEN, result));
        assertAnswer(response, 200, "");
    }

    @Test
    void a_failure_reports_why() {
        var response = server.call(
                "PutThirdPartyJobFailureResult",
                "{" + KEYS + ",\"failureDetails\":{\"type\":\"ConfigurationError\",\"message\":\"no such suite\","
                        + "\"externalExecutionId\":\"run-8\"}}");

        var failure = new FailureDetails(FailureType.ConfigurationError, "no such suite", Optional.of("run-8"));
        assertThat(server.ports.calls())
                .containsExactly(List.of("putThirdPartyJobFailureResult", JOB_ID, CLIENT_TOKEN, failure));
        assertAnswer(response, 200, "");
    }

    @Test
    void members_that_the_server_does_not_know_are_ignored() {
        server.ports.answer(JobStatus.InProgress);

        var response = server.call(
                "AcknowledgeThirdPartyJob", "{\"nonce\":\"nonce-6\",\"newer\":{\"a\":[1,null,true]}," + KEYS + "}");

        assertAnswer(response, 200, "{\"status\":\"InProgress\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000, 1700000000000",
        "1700000000.5, 1700000000500",
        "1700000000.123, 1700000000123",
        "1.7e9, 1700000000000",
        "-1, -1000",
        "0, 0",
        "253402300799, 253402300799000",
        "-62135596800, -62135596800000"
    })
    void a_timestamp_is_seconds_with_or_without_a_fraction(String sent, long millis) {
        server.call(
                "PutThirdPartyJobSuccessResult",
                "{" + KEYS + ",\"currentRevision\":{\"revision\":\"r\",\"changeIdentifier\":\"c\",\"created\":" + sent
                        + "}}");

        assertThat(server.ports.calls()).hasSize(1);
        SuccessResult result = (SuccessResult) server.ports.calls().get(0).get(3);
        assertThat(result.currentRevision().orElseThrow().created()).contains(Instant.ofEpochMilli(millis));
    }
}
