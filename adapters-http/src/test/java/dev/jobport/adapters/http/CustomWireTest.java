package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.SampleJson.ACTION_NAME;
import static dev.jobport.adapters.http.SampleJson.ARTIFACTS;
import static dev.jobport.adapters.http.SampleJson.CONFIGURATION;
import static dev.jobport.adapters.http.SampleJson.CUSTOM_TYPE_JSON;
import static dev.jobport.adapters.http.SampleJson.ENCRYPTION_KEY;
import static dev.jobport.adapters.http.SampleJson.PIPELINE_EXECUTION;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.JobData;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each custom operation: the request's bytes become exactly these domain values, the answer exactly these bytes. */
class CustomWireTest extends WithServer {

    private static final String JOB = "\"jobId\":\"10b00000-0000-4000-8000-000000000002\"";

    private static final JobData DATA = SampleJson.data(CUSTOM_ACTION_TYPE, FULL_INPUT);

    private static final String DATA_JSON = "\"data\":{\"actionTypeId\":" + CUSTOM_TYPE_JSON + ","
            + "\"actionConfiguration\":{" + CONFIGURATION + "},"
            + "\"pipelineContext\":{" + ACTION_NAME
            + ",\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"}," + PIPELINE_EXECUTION + "},"
            + ARTIFACTS + ","
            + "\"artifactCredentials\":{\"accessKeyId\":\"ASIA-access\",\"secretAccessKey\":\"secret-key\","
            + "\"sessionToken\":\"session-token\"},"
            + "\"continuationToken\":\"token-7\"," + ENCRYPTION_KEY + "}";

    @Test
    void a_poll_tells_all_of_a_job_and_the_pipeline_execution_too() {
        server.ports.answer(List.of(new CustomJob(JOB_ID, DATA, new Nonce("nonce-6"), OTHER_ACCOUNT.id())));

        var response = server.call(
                "PollForJobs",
                "{\"actionTypeId\":%s,\"maxBatchSize\":3,\"queryParam\":{\"Project\":\"Shop_1\"}}"
                        .formatted(CUSTOM_TYPE_JSON));

        assertThat(server.ports.calls())
                .containsExactly(List.of("pollForJobs", CUSTOM_ACTION_TYPE, Map.of("Project", "Shop_1"), 3));
        assertAnswer(
                response,
                200,
                "{\"jobs\":[{\"id\":\"10b00000-0000-4000-8000-000000000002\"," + DATA_JSON
                        + ",\"nonce\":\"nonce-6\",\"accountId\":\"210987654321\"}]}");
    }

    @Test
    void a_poll_that_finds_nothing_answers_an_empty_list_and_no_batch_size_means_ten() {
        server.ports.answer(List.of());

        var response = server.call("PollForJobs", "{\"actionTypeId\":%s}".formatted(CUSTOM_TYPE_JSON));

        assertThat(server.ports.calls()).containsExactly(List.of("pollForJobs", CUSTOM_ACTION_TYPE, Map.of(), 10));
        assertAnswer(response, 200, "{\"jobs\":[]}");
    }

    @Test
    void details_are_told_without_a_nonce() {
        server.ports.answer(new CustomJobDetails(JOB_ID, DATA, OTHER_ACCOUNT.id()));

        var response = server.call("GetJobDetails", "{" + JOB + "}");

        assertThat(server.ports.calls()).containsExactly(List.of("getJobDetails", JOB_ID));
        assertAnswer(
                response,
                200,
                "{\"jobDetails\":{\"id\":\"10b00000-0000-4000-8000-000000000002\"," + DATA_JSON
                        + ",\"accountId\":\"210987654321\"}}");
    }

    @Test
    void an_acknowledgement_answers_the_status() {
        server.ports.answer(JobStatus.InProgress);

        var response = server.call("AcknowledgeJob", "{" + JOB + ",\"nonce\":\"nonce-6\"}");

        assertThat(server.ports.calls()).containsExactly(List.of("acknowledgeJob", JOB_ID, new Nonce("nonce-6")));
        assertAnswer(response, 200, "{\"status\":\"InProgress\"}");
    }

    @Test
    void a_success_hands_on_its_output_variables_in_order_and_answers_nothing() {
        var response = server.call(
                "PutJobSuccessResult",
                "{" + JOB + ",\"executionDetails\":{\"summary\":\"done\"},"
                        + "\"outputVariables\":{\"Zeta\":\"\",\"A@-_9\":\"☃\"}}");

        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("Zeta", "");
        variables.put("A@-_9", "☃");
        assertThat(server.ports.calls())
                .containsExactly(List.of(
                        "putJobSuccessResult",
                        JOB_ID,
                        new SuccessResult(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(
                                        new ExecutionDetails(Optional.of("done"), Optional.empty(), Optional.empty())),
                                new OutputVariables(variables))));
        assertAnswer(response, 200, "");
    }

    @Test
    void output_variables_with_a_continuation_token_are_refused() {
        var response = server.call(
                "PutJobSuccessResult", "{" + JOB + ",\"continuationToken\":\"t\",\"outputVariables\":{\"a\":\"b\"}}");

        assertThat(server.ports.calls()).isEmpty();
        assertAnswer(
                response,
                400,
                "{\"__type\":\"ValidationException\","
                        + "\"message\":\"A job can not contain both a continuation token and output variables.\"}");
    }

    @Test
    void output_variables_that_are_too_large_have_an_error_of_their_own() {
        // the server of these tests takes small bodies only
        server.ports.fail(new Refusal.OutputVariablesSizeExceeded(122_881, 122_880));

        var response = server.call("PutJobSuccessResult", "{" + JOB + "}");

        assertAnswer(
                response,
                400,
                "{\"__type\":\"OutputVariablesSizeExceededException\",\"message\":"
                        + "\"The output variables take 122881 bytes, and may take 122880 together.\"}");
    }

    @Test
    void a_third_party_success_has_no_output_variables() {
        server.call(
                "PutThirdPartyJobSuccessResult",
                "{" + JOB + ",\"clientToken\":\"open-sesame\",\"outputVariables\":{\"a\":\"b\"}}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("putThirdPartyJobSuccessResult", JOB_ID, CLIENT_TOKEN, COMPLETE));
    }

    @Test
    void a_failure_is_read_and_answers_nothing() {
        var response = server.call(
                "PutJobFailureResult", "{" + JOB + ",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"no\"}}");

        assertThat(server.ports.calls())
                .containsExactly(List.of(
                        "putJobFailureResult",
                        JOB_ID,
                        new FailureDetails(FailureType.JobFailed, "no", Optional.empty())));
        assertAnswer(response, 200, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetJobDetails", "AcknowledgeJob", "PutJobSuccessResult", "PutJobFailureResult"})
    void a_job_id_that_is_no_uuid_is_refused(String operation) {
        var response = server.call(
                operation,
                "{\"jobId\":\"job-1\",\"nonce\":\"n\",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"no\"}}");

        assertThat(server.ports.calls()).isEmpty();
        assertAnswer(
                response,
                400,
                "{\"__type\":\"ValidationException\",\"message\":\"1 validation error detected: Value at"
                        + " 'jobId' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                        + " [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\"}");
    }
}
