package dev.jobport.application.usecase;

import static dev.jobport.application.usecase.UseCasesUnderTest.CALLER;
import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static dev.jobport.contracts.fixtures.Samples.WRONG_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.BatchSize;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the use cases add to the job's own rules: who may ask, in which order it is checked, how many at once. */
class ThirdPartyJobWorkerUseCasesTest {

    private static final ActionTypeId AWS_TYPE = new ActionTypeId(ActionCategory.Test, ActionOwner.AWS, "Nobody", "1");

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();
    private final ThirdPartyJobWorkers worker = hexagon.worker;

    /** A command that a client token protects; on a queued job each but the first has a second reason to be refused. */
    private interface Command {
        void carryOut(ThirdPartyJobWorkers worker, JobId job, ClientToken token);
    }

    static Stream<Named<Command>> commands() {
        return Stream.of(
                Named.of("details", (worker, job, token) -> worker.getThirdPartyJobDetails(CALLER, job, token)),
                Named.of(
                        "acknowledge",
                        (worker, job, token) -> worker.acknowledgeThirdPartyJob(CALLER, job, UNKNOWN_NONCE, token)),
                Named.of(
                        "success",
                        (worker, job, token) -> worker.putThirdPartyJobSuccessResult(CALLER, job, token, COMPLETE)),
                Named.of(
                        "failure",
                        (worker, job, token) -> worker.putThirdPartyJobFailureResult(CALLER, job, token, FAILURE)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_job_is_looked_for_before_the_token_is_checked(Command command) {
        assertThatThrownBy(() -> command.carryOut(worker, UNKNOWN_JOB, WRONG_TOKEN))
                .isInstanceOf(Refusal.JobNotFound.class)
                .hasMessage("Job with id '" + UNKNOWN_JOB + "' does not exist");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_token_is_checked_before_the_nonce_and_the_status_and_a_wrong_one_changes_nothing(Command command) {
        JobId job = hexagon.start().jobId();
        Map<JobId, Job> before = hexagon.store.kept(ACCOUNT);
        hexagon.told.clear();

        assertThatThrownBy(() -> command.carryOut(worker, job, WRONG_TOKEN))
                .isInstanceOf(Refusal.InvalidClientToken.class)
                .message()
                .doesNotContain(WRONG_TOKEN.value(), CLIENT_TOKEN.value(), CLIENT.value());
        assertThat(hexagon.store.kept(ACCOUNT)).isEqualTo(before);
        assertThat(hexagon.told).isEmpty();
    }

    @Test
    void the_token_of_another_client_is_a_wrong_token() {
        var other = hexagon.operator.registerClient(ACCOUNT, Optional.empty(), Optional.empty());
        JobId job = hexagon.start().jobId();

        assertThatThrownBy(() -> worker.getThirdPartyJobDetails(CALLER, job, other.clientToken()))
                .isInstanceOf(Refusal.InvalidClientToken.class);
    }

    @Test
    void a_poll_checks_the_batch_size_then_the_owner_then_that_the_type_exists() {
        assertThatThrownBy(() -> worker.pollForThirdPartyJobs(CALLER, AWS_TYPE, 0))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("have value greater than or equal to 1");
        assertThatThrownBy(() -> worker.pollForThirdPartyJobs(CALLER, AWS_TYPE, 1))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage("ActionType with owner 'AWS' is not supported");
        assertThatThrownBy(() -> worker.pollForThirdPartyJobs(CALLER, OTHER_ACTION_TYPE, 1))
                .isInstanceOf(Refusal.ActionTypeNotFound.class)
                .hasMessage(
                        "ActionType (Category: 'Deploy', Owner: 'ThirdParty', Provider: 'Other-Provider', Version: '2')"
                                + " is not available");
    }

    @Test
    void a_poll_hands_out_as_many_jobs_as_asked_for_but_never_more_than_a_hundred() {
        IntStream.rangeClosed(1, 105).forEach(i -> hexagon.start());

        assertThat(worker.pollForThirdPartyJobs(CALLER, ACTION_TYPE, 2)).hasSize(2);
        assertThat(worker.pollForThirdPartyJobs(CALLER, ACTION_TYPE, Integer.MAX_VALUE))
                .hasSize(BatchSize.LARGEST)
                .allMatch(job -> job.clientId().equals(CLIENT));
        assertThat(worker.pollForThirdPartyJobs(CALLER, ACTION_TYPE, 10)).hasSize(3);
    }

    @Test
    void every_job_of_a_poll_gets_a_nonce_of_its_own() {
        List.of(1, 2, 3).forEach(i -> hexagon.start());

        List<ThirdPartyJob> jobs = worker.pollForThirdPartyJobs(CALLER, ACTION_TYPE, 10);

        assertThat(jobs.stream().map(job -> hexagon.nonce(job.jobId())).distinct())
                .hasSize(3);
    }
}
