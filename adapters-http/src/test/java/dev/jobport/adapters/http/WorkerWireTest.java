package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.SampleJson.ACTION_NAME;
import static dev.jobport.adapters.http.SampleJson.ACTION_TYPE_JSON;
import static dev.jobport.adapters.http.SampleJson.ARTIFACTS;
import static dev.jobport.adapters.http.SampleJson.CONFIGURATION;
import static dev.jobport.adapters.http.SampleJson.ENCRYPTION_KEY;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.NEXT_JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.ThirdPartyJob;
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
        server.ports.answer(List.of(new ThirdPartyJob(CLIENT, JOB_ID), new ThirdPartyJob(CLIENT, NEXT_JOB_ID)));

        var response = server.call(
                "PollForThirdPartyJobs", "{\"actionTypeId\":%s,\"maxBatchSize\":3}".formatted(ACTION_TYPE_JSON));

        assertThat(server.ports.calls()).containsExactly(List.of("pollForThirdPartyJobs", ACTION_TYPE, 3));
        assertAnswer(
                response,
                200,
                "{\"jobs\":["
                        + "{\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\","
                        + "\"jobId\":\"10b00000-0000-4000-8000-000000000002\"},"
                        + "{\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\","
                        + "\"jobId\":\"10b00000-0000-4000-8000-000000000003\"}]}");
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
        server.ports.answer(SampleJson.details(
                SampleJson.data(ACTION_TYPE, FULL_INPUT.forThirdParty()), Optional.of(new Nonce("nonce-6"))));

        var response = server.call("GetThirdPartyJobDetails", "{" + KEYS + "}");

        assertThat(server.ports.calls()).containsExactly(List.of("getThirdPartyJobDetails", JOB_ID, CLIENT_TOKEN));
        assertAnswer(
                response,
                200,
                "{\"jobDetails\":{\"id\":\"10b00000-0000-4000-8000-000000000002\",\"data\":{"
                        + "\"actionTypeId\":" + ACTION_TYPE_JSON + ","
                        + "\"actionConfiguration\":{" + CONFIGURATION + "},"
                        + "\"pipelineContext\":{" + ACTION_NAME
                        + ",\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"}}," + ARTIFACTS + ","
                        + "\"artifactCredentials\":{\"accessKeyId\":\"ASIA-access\",\"secretAccessKey\":\"secret-key\","
                        + "\"sessionToken\":\"session-token\"},"
                        + "\"continuationToken\":\"token-7\"," + ENCRYPTION_KEY + "},"
                        + "\"nonce\":\"nonce-6\"}}");
    }

    @Test
    void details_leave_out_what_is_absent() {
        server.ports.answer(SampleJson.details(SampleJson.EMPTY_DATA, Optional.empty()));

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
                "{" + KEYS + ",\"currentRevision\":{\"revision\":\"the-revision\",\"changeIdentifier\":\"the-change\","
                        + "\"created\":1766600360.123,\"revisionSummary\":\"Größere Änderung 変更\"},"
                        + "\"continuationToken\":\"token-7\",\"executionDetails\":{\"summary\":\"läuft 🏃 läuft\","
                        + "\"externalExecutionId\":\"external-42\",\"percentComplete\":37}}");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("putThirdPartyJobSuccessResult", JOB_ID, CLIENT_TOKEN, successWith("token-7")));
        assertAnswer(response, 200, "");
    }

    @Test
    void a_success_may_report_nothing_and_null_counts_as_absent() {
        var response = server.call(
                "PutThirdPartyJobSuccessResult",
                "{" + KEYS + ",\"currentRevision\":null,\"continuationToken\":null,\"executionDetails\":null}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("putThirdPartyJobSuccessResult", JOB_ID, CLIENT_TOKEN, COMPLETE));
        assertAnswer(response, 200, "");
    }

    @Test
    void a_failure_reports_why() {
        var response = server.call(
                "PutThirdPartyJobFailureResult",
                "{" + KEYS + ",\"failureDetails\":{\"type\":\"RevisionUnavailable\","
                        + "\"message\":\"Die Prüfung schlug fehl: \\\"¿qué?\\\" 失敗\","
                        + "\"externalExecutionId\":\"external-failed\"}}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("putThirdPartyJobFailureResult", JOB_ID, CLIENT_TOKEN, FAILURE));
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
