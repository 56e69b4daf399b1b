package dev.jobport.lab;

import static dev.jobport.lab.SoundWorker.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.Job;

class LabTimeTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Lab lab = Lab.builder().actionType(TYPE).seed(7).start();
    private final CodePipelineClient client = SoundWorker.client(lab);

    @AfterEach
    void close() {
        client.close();
        lab.close();
    }

    private Job poll() {
        return client.pollForJobs(it -> it.actionTypeId(SoundWorker.TYPE_ID))
                .jobs()
                .get(0);
    }

    private void acknowledge(Job job) {
        client.acknowledgeJob(it -> it.jobId(job.id()).nonce(job.nonce()));
    }

    @Test
    void a_lease_lapses_and_the_job_is_offered_again() {
        lab.start(TYPE);
        Job first = poll();

        lab.time().untilLeaseLapses(first.id());

        Job again = poll();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.nonce()).isNotEqualTo(first.nonce());
        assertThat(lab.time().ahead()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void a_follow_up_becomes_due() {
        Action build = lab.start(TYPE);
        Job first = poll();
        acknowledge(first);
        client.putJobSuccessResult(it -> it.jobId(first.id()).continuationToken("run-1"));

        lab.time().untilFollowUpIsDue(build);

        assertThat(poll().data().continuationToken()).isEqualTo("run-1");
    }

    @Test
    void jobs_and_actions_time_out() {
        Action build = lab.start(TYPE);
        Job job = poll();
        acknowledge(job);
        lab.time().untilJobTimesOut(job.id());
        assertThat(build.now().errorCode()).isEqualTo("JobTimedOut");

        Action other = lab.start(TYPE);
        lab.time().untilActionTimesOut(other);
        assertThat(other.now().errorCode()).isEqualTo("ActionTimedOut");
    }

    @Test
    void credentials_expire_after_a_quarter_of_an_hour() {
        lab.start(TYPE);
        Job job = poll();

        lab.time().untilCredentialsExpire(job.id());

        assertThat(lab.time().ahead()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThatThrownBy(() -> lab.time().untilCredentialsExpire(job.id()))
                .hasMessageContaining("has no credentials that could expire");
    }

    @Test
    void a_jump_that_has_nothing_to_wait_for_fails_and_says_why() {
        Action build = lab.start(TYPE);
        Job job = poll();
        acknowledge(job);

        assertThatThrownBy(() -> lab.time().untilLeaseLapses(job.id()))
                .hasMessage("Job " + job.id() + " has no lease: it is InProgress.");
        assertThatThrownBy(() -> lab.time().untilFollowUpIsDue(build))
                .hasMessage("Action " + build.id() + " waits for no follow-up: its job 1 is InProgress.");
        assertThatThrownBy(() -> lab.time().untilLeaseLapses("4f")).hasMessage("The lab knows no job 4f.");
        assertThatThrownBy(() -> lab.time().advance(Duration.ofSeconds(-1))).hasMessageContaining("does not go back");
        client.putJobSuccessResult(it -> it.jobId(job.id()));
        assertThatThrownBy(() -> lab.time().untilJobTimesOut(job.id()))
                .hasMessage("Job " + job.id() + " cannot time out: it is Succeeded.");
        assertThatThrownBy(() -> lab.time().untilActionTimesOut(build))
                .hasMessage("Action " + build.id() + " cannot time out: it is Succeeded.");
        assertThat(lab.time().ahead()).isZero();
    }

    @Test
    void time_goes_a_hundred_years_ahead_and_whoever_asks_for_more_does_no_harm() {
        lab.time().advance(Duration.ofDays(36_000));

        for (Duration more : List.of(Duration.ofDays(1_000), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> lab.time().advance(more))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("farther than time goes");
        }

        assertThat(lab.time().ahead()).isEqualTo(Duration.ofDays(36_000));
        lab.start(TYPE);
        acknowledge(poll());
    }

    @Test
    void the_doors_clock_stays_where_it_is() {
        lab.time().advance(Duration.ofDays(300));

        assertThat(client.pollForJobs(it -> it.actionTypeId(SoundWorker.TYPE_ID))
                        .jobs())
                .isEmpty();
    }

    @Test
    void one_jump_equals_many_ticks() {
        assertThat(livesAfter(List.of(LONG.multipliedBy(24))))
                .isEqualTo(livesAfter(Collections.nCopies(24 * 60, Duration.ofMinutes(1))))
                .hasSize(5);
    }

    /** Seconds after the start, and statuses, of a job that is polled once. */
    private static List<String> livesAfter(List<Duration> steps) {
        try (Lab lab = Lab.builder().actionType(TYPE).start();
                CodePipelineClient client = SoundWorker.client(lab)) {
            lab.start(TYPE);
            client.pollForJobs(it -> it.actionTypeId(SoundWorker.TYPE_ID));
            steps.forEach(lab.time()::advance);
            List<LifeEvent> lives = lab.history().events().stream()
                    .filter(LifeEvent.class::isInstance)
                    .map(LifeEvent.class::cast)
                    .toList();
            Instant start = lives.get(0).at();
            return lives.stream()
                    .map(it -> Duration.between(start, it.at()).toMinutes() + " " + it.from() + " " + it.to())
                    .toList();
        }
    }

    @Test
    void jumps_are_written_down() {
        lab.time().advance(LONG);

        assertThat(lab.history().events())
                .filteredOn(Mark.class::isInstance)
                .extracting(it -> ((Mark) it).kind(), it -> ((Mark) it).text())
                .containsExactly(tuple(Mark.Kind.JUMP, "advanced by PT1H"));
    }
}
