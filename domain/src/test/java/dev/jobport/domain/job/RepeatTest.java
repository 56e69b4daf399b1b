package dev.jobport.domain.job;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.NEXT_JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static dev.jobport.contracts.fixtures.WalkedJob.aQueuedJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.fixtures.WalkedJob;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a job worker sends once more, because the answer was lost, changes nothing and is not refused. */
class RepeatTest {

    private static final Optional<Invocation> ONE = Optional.of(new Invocation("invocation-1"));
    private static final Optional<Invocation> OTHER = Optional.of(new Invocation("invocation-2"));

    private static final ExecutionDetails DETAILS =
            new ExecutionDetails(Optional.of("s"), Optional.of("x"), Optional.of(7));
    private static final CurrentRevision REVISION =
            new CurrentRevision("r", "c", Optional.of(Instant.EPOCH), Optional.of("rs"));

    @Test
    void a_repeated_acknowledgement_leaves_the_job_as_it_is_whatever_became_of_it() {
        WalkedJob polled = aQueuedJob().dispatched();
        Job taken = polled.job().acknowledge(polled.nonce(), ONE, polled.now());

        assertThat(taken.acknowledge(polled.nonce(), ONE, polled.now())).isSameAs(taken);
        assertThatThrownBy(() -> taken.acknowledge(polled.nonce(), OTHER, polled.now()))
                .isInstanceOf(Refusal.InvalidNonce.class);
        assertThatThrownBy(() -> taken.acknowledge(polled.nonce(), Optional.empty(), polled.now()))
                .isInstanceOf(Refusal.InvalidNonce.class);
        Job ended = taken.fail(FAILURE, polled.now());
        assertThat(ended.acknowledge(polled.nonce(), ONE, polled.now())).isSameAs(ended);
    }

    @Test
    void the_same_invocation_with_another_nonce_is_no_repeat() {
        WalkedJob polled = aQueuedJob().dispatched();
        Job taken = polled.job().acknowledge(polled.nonce(), ONE, polled.now());

        assertThatThrownBy(() -> taken.acknowledge(new Nonce("another"), ONE, polled.now()))
                .isInstanceOf(Refusal.InvalidNonce.class);
    }

    @Test
    void an_acknowledgement_without_an_invocation_has_no_repeat() {
        WalkedJob taken = aQueuedJob().dispatched().acknowledged();

        assertThat(taken.job().state().acknowledgedBy()).isEmpty();
        assertThatThrownBy(() -> taken.job().acknowledge(taken.nonce(), Optional.empty(), taken.now()))
                .isInstanceOf(Refusal.InvalidNonce.class);
    }

    @Test
    void the_success_that_ended_a_job_brings_no_second_follow_up() {
        WalkedJob working = aQueuedJob().dispatched().acknowledged();
        Change first = working.job().succeed(goingOn("t"), () -> NEXT_JOB_ID, working.now());

        Change repeated = first.after().succeed(goingOn("t"), () -> new JobId("second"), working.now());

        assertThat(first.followUp()).isPresent();
        assertThat(repeated.isNone()).isTrue();
        assertThat(repeated.followUp()).isEmpty();
    }

    @Test
    void the_failure_that_ended_a_job_leaves_it_as_it_is() {
        WalkedJob failed = aQueuedJob().dispatched().acknowledged().failed();

        assertThat(failed.job().fail(FAILURE, failed.now())).isSameAs(failed.job());
    }

    @Test
    void other_content_and_the_opposite_are_refused_in_codepipelines_words() {
        WalkedJob failed = aQueuedJob().dispatched().acknowledged().failed();
        FailureDetails other = new FailureDetails(FAILURE.type(), "otherwise", FAILURE.externalExecutionId());

        assertThatThrownBy(() -> failed.job().fail(other, failed.now()))
                .isInstanceOf(Refusal.InvalidJobState.class)
                .hasMessage(
                        "The status of job with id " + failed.job().id() + " is already set to the desired value. It"
                                + " cannot be updated with the same status, but different result or output variables.");
        assertThatThrownBy(() -> failed.job().succeed(COMPLETE, () -> NEXT_JOB_ID, failed.now()))
                .isInstanceOf(Refusal.InvalidJobState.class)
                .hasMessage("Job with id " + failed.job().id() + " has already terminated");
    }

    @Test
    void a_job_that_was_stored_before_results_were_known_again_takes_none() {
        WalkedJob failed = aQueuedJob().dispatched().acknowledged().failed();
        JobState state = failed.job().state();
        Job stored = Job.restore(
                failed.job().id(),
                failed.job().action(),
                failed.job().number(),
                failed.job().continuationToken(),
                failed.job().dueAt(),
                new JobState(
                        state.status(),
                        state.nonce(),
                        state.until(),
                        state.progress(),
                        state.transitions(),
                        state.acknowledgedBy(),
                        Optional.empty()));

        assertThatThrownBy(() -> stored.fail(FAILURE, failed.now())).isInstanceOf(Refusal.InvalidJobState.class);
    }

    @Test
    void results_are_the_same_only_if_all_their_members_are() {
        List<SuccessResult> successes = List.of(
                result(Optional.empty(), Optional.empty(), Optional.empty(), Map.of()),
                result(Optional.of(REVISION), Optional.empty(), Optional.of(DETAILS), Map.of()),
                result(Optional.of(REVISION), Optional.of("t"), Optional.of(DETAILS), Map.of()),
                result(Optional.of(REVISION), Optional.of("s"), Optional.of(DETAILS), Map.of()),
                result(Optional.empty(), Optional.empty(), Optional.of(DETAILS), Map.of()),
                result(Optional.of(REVISION), Optional.empty(), Optional.empty(), Map.of()),
                details(Optional.of("s"), Optional.empty(), Optional.empty()),
                details(Optional.empty(), Optional.of("s"), Optional.empty()),
                details(Optional.empty(), Optional.of("x"), Optional.empty()),
                details(Optional.empty(), Optional.of("7"), Optional.empty()),
                details(Optional.empty(), Optional.empty(), Optional.of(7)),
                details(Optional.empty(), Optional.empty(), Optional.of(8)),
                revision("c", "r", Optional.empty(), Optional.empty()),
                revision("r", "c", Optional.empty(), Optional.empty()),
                revision("r", "c", Optional.of(Instant.EPOCH), Optional.empty()),
                revision("r", "c", Optional.of(Instant.EPOCH.plusMillis(1)), Optional.empty()),
                revision("r", "c", Optional.empty(), Optional.of("rs")),
                variables(Map.of("A", "1")),
                variables(Map.of("A", "")),
                variables(Map.of("A", "1", "B", "2")),
                variables(Map.of("A", "2", "B", "1")),
                variables(Map.of("A1", "B2")),
                variables(Map.of("A", "1B2")));

        assertThat(successes).extracting(ResultFingerprint::of).doesNotHaveDuplicates();
        assertThat(ResultFingerprint.of(
                        result(Optional.empty(), Optional.empty(), Optional.of(ExecutionDetails.NONE), Map.of())))
                .isEqualTo(ResultFingerprint.of(COMPLETE));
        assertThat(ResultFingerprint.of(variables(new TreeMap<>(Map.of("A", "1", "B", "2")))))
                .isEqualTo(ResultFingerprint.of(variables(new TreeMap<>(Map.of("A", "1", "B", "2")).descendingMap())));
    }

    @Test
    void failures_are_the_same_only_if_all_their_members_are() {
        assertThat(List.of(
                        new FailureDetails(FailureType.JobFailed, "m", Optional.empty()),
                        new FailureDetails(FailureType.PermissionError, "m", Optional.empty()),
                        new FailureDetails(FailureType.JobFailed, "n", Optional.empty()),
                        new FailureDetails(FailureType.JobFailed, "m", Optional.of("x"))))
                .extracting(ResultFingerprint::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_refused_call_is_not_remembered() {
        WalkedJob polled = aQueuedJob().dispatched();

        assertThatThrownBy(() -> polled.job().fail(FAILURE, polled.now())).isInstanceOf(Refusal.InvalidJobState.class);
        assertThat(polled.job().state().result()).isEmpty();
        assertThat(polled.job().state().acknowledgedBy()).isEmpty();
    }

    private static SuccessResult details(Optional<String> summary, Optional<String> id, Optional<Integer> percent) {
        return result(
                Optional.empty(), Optional.empty(), Optional.of(new ExecutionDetails(summary, id, percent)), Map.of());
    }

    private static SuccessResult revision(
            String revision, String change, Optional<Instant> created, Optional<String> summary) {
        return result(
                Optional.of(new CurrentRevision(revision, change, created, summary)),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static SuccessResult variables(Map<String, String> variables) {
        return result(Optional.empty(), Optional.empty(), Optional.empty(), variables);
    }

    private static SuccessResult result(
            Optional<CurrentRevision> revision,
            Optional<String> token,
            Optional<ExecutionDetails> details,
            Map<String, String> variables) {
        return new SuccessResult(revision, token.map(ContinuationToken::new), details, new OutputVariables(variables));
    }
}
