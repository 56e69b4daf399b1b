package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.Samples.CUSTOM_TYPE;
import static dev.jobport.adapters.http.Samples.CUSTOM_TYPE_JSON;
import static dev.jobport.adapters.http.Samples.JOB_ID;
import static dev.jobport.adapters.http.Samples.NEXT_JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.job.Nonce;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a job's secrets are lost is a fault of the server's to who asks for the job, and nothing to who asks for others. */
class LostSecretsWireTest extends WithServer {

    private static final String FAULT = "{\"__type\":\"InternalFailure\"}";
    private static final String POLL = "{\"actionTypeId\":" + CUSTOM_TYPE_JSON + ",\"maxBatchSize\":1}";

    private static final ActionExecution LOST = new ActionExecution(
            Samples.ACTION_ID,
            new JobQueue(new Account("000000000000", "us-east-1"), CUSTOM_TYPE),
            Optional.empty(),
            Samples.INPUT,
            Set.of("Password"),
            ActionTypeSettings.NONE,
            Timing.defaultsFor(ActionOwner.Custom),
            Samples.STARTED);

    @Test
    void a_poll_that_finds_only_such_a_job_is_a_fault_and_the_next_poll_tells_the_next_job() {
        server.ports.answer(LOST::workerInput);

        assertAnswer(server.call("PollForJobs", POLL), 500, FAULT);

        server.ports.answer(List.of(new CustomJob(NEXT_JOB_ID, Samples.EMPTY_DATA, new Nonce("nonce-6"), "2109")));
        var next = server.call("PollForJobs", POLL);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body()).startsWith("{\"jobs\":[{\"id\":\"" + NEXT_JOB_ID + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetJobDetails", "GetThirdPartyJobDetails"})
    void its_details_are_a_fault_and_those_of_others_are_told(String operation) {
        server.ports.answer(LOST::workerInput);

        assertAnswer(server.call(operation, keys(JOB_ID)), 500, FAULT);

        server.ports.answer(
                operation.equals("GetJobDetails")
                        ? new CustomJobDetails(NEXT_JOB_ID, Samples.EMPTY_DATA, "2109")
                        : Samples.details(Samples.EMPTY_DATA, Optional.empty()));
        assertThat(server.call(operation, keys(NEXT_JOB_ID)).statusCode()).isEqualTo(200);
    }

    private static String keys(Object jobId) {
        return "{\"jobId\":\"" + jobId + "\",\"clientToken\":\"open-sesame\"}";
    }
}
