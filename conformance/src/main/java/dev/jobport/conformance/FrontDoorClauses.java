package dev.jobport.conformance;

import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jobport.conformance.json.ActionTypeJson;
import dev.jobport.conformance.wire.Exchange;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.contracts.worker.Worker;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.JobId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The wire as such: what is a request at all, and what each answer looks like. */
class FrontDoorClauses extends EndpointWorld {

    private static final String DETAILS_OF_NO_JOB = "{\"jobId\":\"" + UNKNOWN_JOB + "\"}";

    FrontDoorClauses(Asked asked) {
        super(asked);
    }

    private Exchange send(String operation, String body) {
        return asked().client().send(caller(), operation, body);
    }

    private static void isError(Exchange answer, String name) {
        assertThat(answer.status()).as("status of %s", answer).isEqualTo(400);
        assertThat(answer.error()).as("error of %s", answer).isEqualTo(name);
    }

    @Test
    @Clause(id = "FRONT-1", source = Source.SEEN, where = "services that share the front door")
    void an_operation_that_does_not_exist_is_unknown() {
        isError(send("PollForNothing", "{}"), "UnknownOperationException");
    }

    @Test
    @Clause(id = "FRONT-2", source = Source.SEEN, where = "services that share the front door")
    void a_body_that_is_no_json_object_cannot_be_read() {
        isError(send("GetJobDetails", "{\"jobId\":"), "SerializationException");
        isError(send("GetJobDetails", "[]"), "SerializationException");
    }

    @Test
    @Clause(id = "FRONT-3", source = Source.SEEN, where = "services that share the front door")
    void a_request_of_another_content_type_is_not_served() {
        Exchange answer = asked().client().send(caller(), "GetJobDetails", DETAILS_OF_NO_JOB, "text/plain");

        assertThat(answer.status()).as("status of %s", answer).isEqualTo(404);
    }

    @Test
    @Clause(id = "FRONT-4", source = Source.DOC, where = "API, common errors; AWS JSON 1.1")
    void an_error_has_its_name_and_its_message_and_no_code() {
        Exchange answer = send("GetJobDetails", DETAILS_OF_NO_JOB);

        isError(answer, "JobNotFoundException");
        assertThat(answer.json().path("message").textValue()).isNotBlank();
        assertThat(answer.json().has("code"))
                .as("a member that SDKs take for the name")
                .isFalse();
    }

    @Test
    @Clause(id = "FRONT-5", source = Source.SEEN, where = "the service's answers")
    void each_answer_has_a_request_id_of_its_own() {
        String one = requestId(send("GetJobDetails", DETAILS_OF_NO_JOB));
        String other = requestId(send("GetJobDetails", DETAILS_OF_NO_JOB));

        assertThat(UUID.fromString(one)).isNotEqualTo(UUID.fromString(other));
    }

    private static String requestId(Exchange answer) {
        assertThat(answer.header().apply("x-amzn-RequestId"))
                .as("x-amzn-RequestId of %s", answer)
                .isPresent();
        return answer.header().apply("x-amzn-RequestId").orElseThrow();
    }

    @Test
    @Clause(id = "FRONT-6", source = Source.DOC, where = "AWS JSON 1.1")
    void an_answer_says_that_it_is_aws_json() {
        assertThat(send("GetJobDetails", DETAILS_OF_NO_JOB).header().apply("content-type"))
                .contains("application/x-amz-json-1.1");
    }

    @Test
    @Clause(id = "FRONT-7", source = Source.SEEN, where = "recordings of the service")
    void a_member_that_is_missing_is_told_by_its_path() {
        Exchange answer = send("GetJobDetails", "{}");

        isError(answer, "ValidationException");
        assertThat(answer.message()).contains("jobId");
    }

    @Test
    @Clause(id = "FRONT-8", source = Source.SEEN, where = "services that share the front door")
    void a_member_of_another_json_type_cannot_be_read() {
        isError(send("GetJobDetails", "{\"jobId\":{}}"), "SerializationException");
    }

    @Test
    @Clause(id = "FRONT-9", source = Source.DOC, where = "AWS JSON 1.1: newer clients may send more")
    void a_member_that_is_unknown_is_ignored() {
        isError(
                send("GetJobDetails", "{\"jobId\":\"" + UNKNOWN_JOB + "\",\"newer\":{\"than\":[1]}}"),
                "JobNotFoundException");
    }

    @Test
    @Clause(id = "FRONT-10", source = Source.DOC, where = "API PutJobSuccessResult: an empty HTTP body")
    void a_result_is_answered_with_an_empty_body() {
        Worker worker = customWorker(TIMING);
        JobId succeeded = worker.startAndTake();
        JobId failed = worker.startAndTake();

        isEmpty(send("PutJobSuccessResult", "{\"jobId\":\"" + succeeded + "\"}"));
        isEmpty(send(
                "PutJobFailureResult",
                "{\"jobId\":\"" + failed + "\",\"failureDetails\":{\"type\":\"JobFailed\",\"message\":\"no\"}}"));
    }

    private static void isEmpty(Exchange answer) {
        assertThat(answer.status()).as("status of %s", answer).isEqualTo(200);
        assertThat(answer.body()).as("body of %s", answer).isEmpty();
    }

    @Test
    @Clause(id = "FRONT-11", source = Source.MODEL, where = "TagResourceOutput, a structure without members")
    void an_output_without_members_is_an_empty_object() {
        asked().need(Capability.REGISTER_TYPES);
        ActionTypeId type = customWorker(TIMING).actionType();
        assertThat(type.owner()).isEqualTo(ActionOwner.Custom);

        Exchange answer = asked().client()
                .send(
                        administrator(),
                        "TagResource",
                        "{\"resourceArn\":\"%s\",\"tags\":[{\"key\":\"a\",\"value\":\"b\"}]}"
                                .formatted(account().arn("actiontype:" + type)));

        assertThat(answer.status()).as("status of %s", answer).isEqualTo(200);
        assertThat(answer.body()).as("body of %s", answer).isEqualTo("{}");
    }

    @Test
    @Clause(id = "FRONT-12", source = Source.DOC, where = "API JobDetails, JobData, ActionContext")
    void details_tell_the_account_the_action_type_and_the_action_execution() {
        Worker worker = customWorker(TIMING);
        JobId job = worker.startAndTake();

        JsonNode details =
                send("GetJobDetails", "{\"jobId\":\"" + job + "\"}").json().path("jobDetails");

        assertThat(details.path("accountId").textValue()).isEqualTo(account().id());
        JsonNode data = details.path("data");
        assertThat(data.path("actionTypeId")).isEqualTo(ActionTypeJson.write(worker.actionType()));
        assertThat(data.at("/pipelineContext/action/actionExecutionId").textValue())
                .as("actionExecutionId of %s", details)
                .isNotBlank();
    }
}
