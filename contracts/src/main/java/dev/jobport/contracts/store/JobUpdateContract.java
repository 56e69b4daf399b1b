package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.BARE_FAILURE;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.SUCCESS_WITH_VARIABLES;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aBareJob;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobState;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A repository keeps jobs as they are, and a change happens wholly or not at all. */
public interface JobUpdateContract extends StoreUnderTest {

    @Test
    default void a_new_job_is_found_as_it_was_added() {
        List<Job> added = given(aJob(), aBareJob());

        assertThat(added).allSatisfy(job -> assertThat(jobs().find(job.id())).contains(job));
    }

    @Test
    default void a_job_of_every_status_is_found_as_it_was_returned() {
        for (JobStatus status : JobStatus.values()) {
            Job job = given(status);

            assertThat(job.status()).isEqualTo(status);
            assertThat(stored(job)).isEqualTo(job);
        }
    }

    @Test
    default void results_without_any_optional_member_are_kept_too() {
        Job succeeded =
                succeeded(inProgress(given(aBareJob()).get(0)), COMPLETE, START).after();
        Job failed = jobs().update(
                        inProgress(given(aBareJob()).get(0)).id(), job -> Change.of(job, job.fail(BARE_FAILURE, START)))
                .after();

        assertThat(stored(succeeded)).isEqualTo(succeeded);
        assertThat(stored(failed)).isEqualTo(failed);
    }

    @Test
    default void a_job_of_a_custom_action_is_kept_with_its_output_variables_in_order() {
        Job job = inProgress(given(aJob().of(CUSTOM_ACTION_TYPE)).get(0));
        Job succeeded = succeeded(job, SUCCESS_WITH_VARIABLES, START).after();

        assertThat(stored(succeeded)).isEqualTo(succeeded);
        assertThat(stored(succeeded).action().clientId()).isEmpty();
        assertThat(stored(succeeded).progress().outputVariables().values().keySet())
                .containsExactly("Zulu_@", "alpha-1");
    }

    @Test
    default void the_configuration_keeps_its_order() {
        Job job = given(aJob()).get(0);

        assertThat(stored(job).action().input().configuration().keySet())
                .containsExactlyElementsOf(FULL_INPUT.configuration().keySet());
    }

    @Test
    default void a_job_with_as_many_transitions_as_it_can_remember_is_kept() {
        Job job = given(aJob()).get(0);
        for (int poll = 0; poll < JobState.REMEMBERED_TRANSITIONS; poll++) {
            var now = START.plus(TIMING.dispatchLease().multipliedBy(poll)).plusMillis(poll);
            if (now.isBefore(job.action().deadline())) {
                job = after(jobs().claim(QUEUE, 1, now, queued -> queued.dispatch(newNonce(), now)))
                        .get(0);
            }
        }
        assertThat(job.transitions()).hasSize(JobState.REMEMBERED_TRANSITIONS);
        assertThat(stored(job)).isEqualTo(job);
    }

    @Test
    default void a_text_may_hold_any_character() {
        String text = "NUL \0, quotes \"', backslash \\, line feed \n, beyond the BMP \uD83C\uDFC3";
        Job job = given(aJob().of(configuredInput(Map.of("key", text)))).get(0);
        Change outcome = succeeded(inProgress(job), successWith(text), START);
        Job followUp = outcome.followUp().orElseThrow();
        assertThat(stored(job)).isEqualTo(outcome.after());
        assertThat(stored(followUp)).isEqualTo(followUp);
        Instant due = followUp.dueAt();
        jobs().advance(due, 1, it -> it.at(due));
        Job failed = jobs().update(
                        inProgress(stored(followUp)).id(),
                        it -> Change.of(
                                it, it.fail(new FailureDetails(FailureType.JobFailed, text, Optional.of(text)), due)))
                .after();
        assertThat(stored(followUp)).isEqualTo(failed);
    }

    @Test
    default void an_id_of_any_characters_may_be_asked_for() {
        given(aJob());
        for (String text : List.of("\0", "a\0b", "'; DROP TABLE job; --", "%", "\uD83C\uDFC3")) {
            assertThat(jobs().find(new JobId(text))).isEmpty();
            assertThat(history().ofAction(new ActionExecutionId(text))).isEmpty();
            assertThatThrownBy(() -> jobs().update(new JobId(text), Change::none))
                    .isInstanceOf(Refusal.JobNotFound.class);
        }
    }

    @Test
    default void an_unknown_job_is_not_found() {
        given(aJob());

        assertThat(jobs().find(newJobId())).isEmpty();
    }

    @Test
    default void an_update_returns_what_the_move_made_of_the_job_as_it_was_kept() {
        Job job = inProgress(given(aJob()).get(0));
        Change outcome = succeeded(job, successWith("token"), START.plusMillis(5));

        assertThat(outcome.before()).isEqualTo(job);
        assertThat(outcome.news()).containsExactly(new Transition(JobStatus.Succeeded, START.plusMillis(5)));
        assertThat(outcome.followUp().orElseThrow().transitions())
                .containsExactly(new Transition(JobStatus.Created, START.plusMillis(5)));
    }

    @Test
    default void a_follow_up_is_kept_together_with_the_job_before_it() {
        Job job = inProgress(given(aJob()).get(0));
        Change outcome = succeeded(job, successWith("the token 符号"), START);

        Job followUp = outcome.followUp().orElseThrow();
        assertThat(followUp.continuationToken().orElseThrow().value()).isEqualTo("the token 符号");
        assertThat(history().ofAction(job.action().id())).containsExactly(outcome.after(), followUp);
        assertThat(stored(followUp)).isEqualTo(followUp);
    }

    @Test
    default void an_update_of_an_unknown_job_is_refused_and_makes_no_move() {
        AtomicBoolean moved = new AtomicBoolean();

        assertThatThrownBy(() -> jobs().update(newJobId(), job -> {
                    moved.set(true);
                    return Change.none(job);
                }))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThat(moved).isFalse();
    }

    @Test
    default void a_move_that_refuses_changes_nothing() {
        Job job = given(JobStatus.Dispatched);
        Refusal refusal = new Refusal.InvalidNonce();

        assertThat(thrownByUpdateOf(job, refusal)).isSameAs(refusal);
        assertThat(stored(job)).isEqualTo(job);
        assertThatThrownBy(() -> jobs().update(job.id(), found -> Change.of(found, found.fail(FAILURE, START))))
                .isInstanceOf(Refusal.InvalidJobState.class);
        assertThat(stored(job)).isEqualTo(job);
    }

    @Test
    default void a_move_that_breaks_down_changes_nothing() {
        Job job = given(JobStatus.InProgress);
        RuntimeException bug = new IllegalStateException("a bug");

        assertThat(thrownByUpdateOf(job, bug)).isSameAs(bug);
        assertThat(stored(job)).isEqualTo(job);
        assertThat(succeeded(job, COMPLETE, START).after().status()).isEqualTo(JobStatus.Succeeded);
    }

    @Test
    default void a_move_that_changes_nothing_is_no_error() {
        Job job = given(JobStatus.Succeeded);
        Change outcome = jobs().update(job.id(), found -> Change.of(found, found.at(START.plusSeconds(9))));

        assertThat(outcome).isEqualTo(Change.none(job));
        assertThat(outcome.news()).isEmpty();
        assertThat(stored(job)).isEqualTo(job);
    }

    @Test
    default void a_success_whose_follow_up_cannot_be_kept_changes_nothing() {
        Job other = given(JobStatus.Queued);
        Job job = given(JobStatus.InProgress);

        assertThatThrownBy(() ->
                        jobs().update(job.id(), found -> found.succeed(successWith("token"), () -> other.id(), START)))
                .isNotInstanceOf(Refusal.class);
        assertThat(history().ofAction(job.action().id())).containsExactly(job);
        assertThat(stored(other)).isEqualTo(other);
    }

    @Test
    default void an_id_is_not_given_to_a_second_job() {
        Job job = given(JobStatus.InProgress);
        Job sameId = Job.first(job.id(), aJob().first().action());

        assertThatThrownBy(() -> jobs().add(sameId)).isNotInstanceOf(Refusal.class);
        assertThat(stored(job)).isEqualTo(job);
        assertThat(history().ofAction(sameId.action().id())).isEmpty();
    }

    private Throwable thrownByUpdateOf(Job job, RuntimeException thrown) {
        return catchThrowable(() -> jobs().update(job.id(), found -> {
            throw thrown;
        }));
    }
}
