package dev.jobport.application.usecase;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.usecase.HandingOut.SecretsLost;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job whose secrets are lost is given to no worker, and stands in nobody's way. */
class LostSecretsTest {

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();

    @BeforeEach
    void register_a_custom_action_type() {
        hexagon.operator.putActionType(ACCOUNT, new ActionType(CUSTOM_ACTION_TYPE, TIMING));
    }

    private JobId aLostOne() {
        Job job = Job.first(
                hexagon.newJobId(),
                new ActionExecution(
                        hexagon.newActionExecutionId(),
                        new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE, Optional.empty()),
                        Optional.empty(),
                        BARE_INPUT,
                        Set.of("password"),
                        ActionTypeSettings.NONE,
                        TIMING,
                        hexagon.now()));
        hexagon.store.add(job);
        return job.id();
    }

    private JobId aWholeOne() {
        return hexagon.pipeline
                .startActionExecution(ACCOUNT, CUSTOM_ACTION_TYPE, Optional.empty(), BARE_INPUT)
                .jobId();
    }

    private List<JobId> polled(int maxBatchSize) {
        return hexagon
                .customWorker
                .pollForJobs(UseCasesUnderTest.CALLER, CUSTOM_ACTION_TYPE, Map.of(), maxBatchSize)
                .stream()
                .map(CustomJob::id)
                .toList();
    }

    @Test
    void a_poll_answers_the_others() {
        aLostOne();
        JobId whole = aWholeOne();
        aLostOne();

        assertThat(polled(10)).containsExactly(whole);
    }

    @Test
    void a_poll_that_has_no_others_fails_and_the_next_goes_on_with_those_behind_it() {
        JobId lost = aLostOne();
        JobId whole = aWholeOne();

        assertThatThrownBy(() -> polled(1)).isInstanceOf(SecretsLost.class);

        assertThat(polled(1)).containsExactly(whole);
        assertThat(hexagon.pipeline.job(ACCOUNT, lost).status()).isEqualTo(JobStatus.Dispatched);
    }

    @Test
    void its_details_fail() {
        JobId lost = aLostOne();

        assertThatThrownBy(() -> hexagon.customWorker.getJobDetails(UseCasesUnderTest.CALLER, lost))
                .isInstanceOf(SecretsLost.class)
                .isNotInstanceOf(Refusal.class)
                .hasMessageEndingWith("has lost its secrets [password]");
    }

    @Test
    void everybody_else_is_shown_the_action() {
        JobId lost = aLostOne();

        assertThat(hexagon.pipeline
                        .actionExecution(
                                ACCOUNT,
                                hexagon.store.find(lost).orElseThrow().action().id())
                        .configuration())
                .containsEntry("password", "****");
    }
}
