package dev.jobport.domain.job;

import static dev.jobport.domain.job.JobFixture.FAILURE;
import static dev.jobport.domain.job.JobFixture.FOLLOW_UP_ID;
import static dev.jobport.domain.job.JobFixture.aJob;
import static dev.jobport.domain.job.JobFixture.goingOn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call that an SDK sends again, because its answer was lost, changes nothing and is not refused. */
class RepeatTest {

    private static final Optional<Invocation> ONE = invocation("one");
    private static final Optional<Invocation> OTHER = invocation("other");

    private static Optional<Invocation> invocation(String id) {
        return Optional.of(Invocation.of(id, "Operation", "{}".getBytes(UTF_8)));
    }

    @Test
    void a_repeated_acknowledgement_leaves_the_job_as_it_is_whatever_became_of_it() {
        JobFixture polled = aJob().dispatched();
        Job taken = polled.job().acknowledge(polled.nonce(), ONE, polled.now());

        assertThat(taken.acknowledge(polled.nonce(), ONE, polled.now())).isSameAs(taken);
        assertThatThrownBy(() -> taken.acknowledge(polled.nonce(), OTHER, polled.now()))
                .isInstanceOf(Refusal.InvalidNonce.class);
        assertThatThrownBy(() -> taken.acknowledge(polled.nonce(), Optional.empty(), polled.now()))
                .isInstanceOf(Refusal.InvalidNonce.class);
        Job ended = taken.fail(FAILURE, OTHER, polled.now());
        assertThat(ended.acknowledge(polled.nonce(), ONE, polled.now())).isSameAs(ended);
    }

    @Test
    void a_repeated_success_brings_no_second_follow_up() {
        JobFixture working = aJob().dispatched().acknowledged();
        Outcome first = working.job().succeed(goingOn("t"), FOLLOW_UP_ID, ONE, working.now());

        Outcome repeated = first.job().succeed(goingOn("t"), new JobId("second"), ONE, working.now());

        assertThat(first.followUp()).isPresent();
        assertThat(repeated.job()).isSameAs(first.job());
        assertThat(repeated.followUp()).isEmpty();
        assertThatThrownBy(() -> first.job().succeed(goingOn("t"), FOLLOW_UP_ID, OTHER, working.now()))
                .isInstanceOf(Refusal.InvalidJobState.class);
    }

    @Test
    void a_repeated_failure_leaves_the_job_as_it_is() {
        JobFixture working = aJob().dispatched().acknowledged();
        Job failed = working.job().fail(FAILURE, ONE, working.now());

        assertThat(failed.fail(FAILURE, ONE, working.now())).isSameAs(failed);
        assertThatThrownBy(() -> failed.fail(FAILURE, OTHER, working.now()))
                .isInstanceOf(Refusal.InvalidJobState.class);
    }

    @Test
    void a_refused_call_is_not_remembered() {
        JobFixture polled = aJob().dispatched();

        assertThatThrownBy(() -> polled.job().fail(FAILURE, ONE, polled.now()))
                .isInstanceOf(Refusal.InvalidJobState.class);
        assertThat(polled.job().state().invocations()).isEmpty();
    }

    @Test
    void invocations_differ_in_name_in_operation_and_in_every_byte_that_was_asked() {
        byte[] content = "{}".getBytes(UTF_8);
        assertThat(Invocation.of("a", "b", content))
                .isEqualTo(Invocation.of("a", "b", content.clone()))
                .isNotEqualTo(Invocation.of("x", "b", content))
                .isNotEqualTo(Invocation.of("a", "x", content))
                .isNotEqualTo(Invocation.of("a", "b", "{ }".getBytes(UTF_8)))
                .isNotEqualTo(Invocation.of("a\nb", "", content));
    }
}
