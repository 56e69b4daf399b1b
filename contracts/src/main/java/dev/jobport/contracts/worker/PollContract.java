package dev.jobport.contracts.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.JobWorkerPort;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Polling, and looking at what was polled. */
public interface PollContract extends JobWorkerWorld {

    @Test
    default void the_job_of_a_new_action_is_offered_with_its_client_and_nothing_else() {
        Partner partner = partner();
        var started = partner.start();

        assertThat(partner.poll())
                .containsExactly(new ThirdPartyJob(partner.client().clientId(), started.jobId()));
    }

    @Test
    default void a_job_is_offered_once_while_its_lease_runs() {
        Partner partner = partner();
        partner.start();
        partner.pollOne();

        pass(TIMING.dispatchLease().minus(MOMENT));

        assertThat(partner.poll()).isEmpty();
    }

    @Test
    default void a_job_whose_lease_lapsed_is_offered_again_with_a_new_nonce() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Optional<Nonce> first = partner.nonce(job);

        pass(TIMING.dispatchLease());

        assertThat(partner.pollOne()).isEqualTo(job);
        assertThat(partner.nonce(job)).isPresent().isNotEqualTo(first);
    }

    @Test
    default void jobs_are_offered_oldest_first_up_to_the_batch_size() {
        Partner partner = partner();
        List<JobId> started = IntStream.range(0, 5)
                .mapToObj(i -> {
                    pass(MOMENT);
                    return partner.start().jobId();
                })
                .toList();

        assertThat(jobsOf(worker().pollForThirdPartyJobs(caller(), partner.actionType(), 3)))
                .containsExactlyElementsOf(started.subList(0, 3));
        assertThat(jobsOf(worker().pollForThirdPartyJobs(caller(), partner.actionType(), 3)))
                .containsExactlyElementsOf(started.subList(3, 5));
    }

    @Test
    default void a_job_that_is_offered_again_keeps_its_place_before_younger_ones() {
        Partner partner = partner();
        JobId older = partner.start().jobId();
        partner.pollOne();
        pass(TIMING.dispatchLease());
        JobId younger = partner.start().jobId();

        assertThat(jobsOf(partner.poll())).containsExactly(older, younger);
    }

    @Test
    default void more_than_the_largest_batch_is_served_as_the_largest() {
        Partner partner = partner();
        IntStream.rangeClosed(1, JobWorkerPort.LARGEST_BATCH_SIZE + 1).forEach(i -> partner.start());

        assertThat(worker().pollForThirdPartyJobs(caller(), partner.actionType(), 1_000))
                .hasSize(JobWorkerPort.LARGEST_BATCH_SIZE);
        assertThat(partner.poll()).hasSize(1);
    }

    @Test
    default void a_poll_for_less_than_one_job_is_refused() {
        Partner partner = partner();
        JobId job = partner.start().jobId();

        assertThatThrownBy(() -> worker().pollForThirdPartyJobs(caller(), partner.actionType(), 0))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("Member must have value greater than or equal to 1");
        assertThat(partner.pollOne()).isEqualTo(job);
    }

    @Test
    default void a_poll_gets_jobs_of_its_action_type_only() {
        Partner one = partner();
        Partner other = partner();
        one.start();

        assertThat(other.poll()).isEmpty();
        assertThat(one.poll()).hasSize(1);
    }

    @Test
    default void a_poll_for_an_unknown_action_type_is_refused() {
        ActionTypeId unknown = new ActionTypeId(ActionCategory.Build, ActionOwner.ThirdParty, "Nobody", "1");

        assertThatThrownBy(() -> worker().pollForThirdPartyJobs(caller(), unknown, 1))
                .isInstanceOf(Refusal.ActionTypeNotFound.class)
                .hasMessage("ActionType (Category: 'Build', Owner: 'ThirdParty', Provider: 'Nobody', Version: '1')"
                        + " is not available");
    }

    @Test
    default void a_poll_for_an_owner_that_is_not_a_third_party_is_refused() {
        ActionTypeId aws = new ActionTypeId(ActionCategory.Build, ActionOwner.AWS, "CodeBuild", "1");

        assertThatThrownBy(() -> worker().pollForThirdPartyJobs(caller(), aws, 1))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage("ActionType with owner 'AWS' is not supported");
    }

    @Test
    default void details_tell_what_the_pipeline_gave_but_not_which_pipeline_execution_it_is() {
        Partner partner = partner();
        ActionInput input = JobWorkerWorld.fullInput();
        var started = partner.start(input);
        partner.poll();

        ThirdPartyJobDetails details = worker().getThirdPartyJobDetails(caller(), started.jobId(), partner.token());

        PipelineContext context = input.pipelineContext();
        assertThat(details.id()).isEqualTo(started.jobId());
        assertThat(details.actionTypeId()).isEqualTo(partner.actionType());
        assertThat(details.actionExecutionId()).isEqualTo(started.actionExecutionId());
        assertThat(details.continuationToken()).isEmpty();
        assertThat(details.nonce()).isPresent();
        assertThat(details.input())
                .isEqualTo(new ActionInput(
                        input.configuration(),
                        new PipelineContext(
                                context.pipelineName(),
                                context.stageName(),
                                context.actionName(),
                                Optional.empty(),
                                Optional.empty()),
                        input.inputArtifacts(),
                        input.outputArtifacts(),
                        input.artifactCredentials(),
                        input.encryptionKey()));
    }

    @Test
    default void details_of_a_bare_action_leave_out_what_was_not_given() {
        Partner partner = partner();
        JobId job = partner.start().jobId();

        assertThat(worker().getThirdPartyJobDetails(caller(), job, partner.token())
                        .input())
                .isEqualTo(JobWorkerWorld.emptyInput());
    }

    @Test
    default void details_have_no_nonce_before_the_first_dispatch() {
        Partner partner = partner();
        JobId job = partner.start().jobId();

        assertThat(partner.nonce(job)).isEmpty();
    }

    @Test
    default void details_can_be_had_in_every_status() {
        Partner partner = partner();
        JobId job = partner.start().jobId();
        assertThat(partner.nonce(job)).isEmpty();
        partner.take();
        assertThat(partner.nonce(job)).isPresent();
        partner.succeed(job, JobWorkerWorld.goingOn("t"));
        assertThat(partner.nonce(job)).isPresent();
    }

    @Test
    default void details_with_a_wrong_client_token_are_refused() {
        Partner partner = partner();
        Partner stranger = partner();
        JobId job = partner.start().jobId();

        assertThatThrownBy(() -> worker().getThirdPartyJobDetails(caller(), job, WRONG_TOKEN))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(() -> worker().getThirdPartyJobDetails(caller(), job, stranger.token()))
                .isInstanceOf(Refusal.InvalidClientToken.class);
    }

    @Test
    default void details_of_an_unknown_job_are_refused_whatever_the_token() {
        assertThatThrownBy(() -> worker().getThirdPartyJobDetails(caller(), UNKNOWN_JOB, WRONG_TOKEN))
                .isInstanceOf(Refusal.JobNotFound.class);
    }

    private static List<JobId> jobsOf(List<ThirdPartyJob> jobs) {
        return jobs.stream().map(ThirdPartyJob::jobId).toList();
    }
}
