package dev.jobport.domain.job;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static dev.jobport.contracts.fixtures.WalkedJob.aQueuedJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Thousands of seeded random lives: whatever workers and the clock do in whatever order, the invariants hold. */
class RandomCommandsTest {

    private static final int LIVES = 5_000;
    private static final int COMMANDS = 40;
    private static final int STOP = 6;

    @Test
    void any_sequence_of_commands_keeps_the_invariants_and_takes_every_way_that_the_life_cycle_has() {
        Set<String> ways = new HashSet<>();
        for (int seed = 0; seed < LIVES; seed++) {
            Life life = new Life(seed);
            try {
                for (int i = 0; i < COMMANDS; i++) {
                    life.step();
                    life.checkInvariants(ways);
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + life.story, e);
            }
        }
        assertThat(ways)
                .containsExactlyInAnyOrder(
                        "Created Queued",
                        "Created TimedOut",
                        "Queued Dispatched",
                        "Queued InProgress",
                        "Queued TimedOut",
                        "Dispatched Queued",
                        "Dispatched InProgress",
                        "Dispatched TimedOut",
                        "InProgress Succeeded",
                        "InProgress Failed",
                        "InProgress TimedOut",
                        "Created Abandoned",
                        "Queued Abandoned",
                        "Dispatched Abandoned",
                        "InProgress Abandoned");
    }

    /** The jobs of one action, and all that was done to them. */
    private static final class Life {

        private final Random random;
        private final Timing timing;
        private final List<Job> jobs = new ArrayList<>();
        private final List<Nonce> nonces = new ArrayList<>();
        private final Set<Nonce> accepted = new HashSet<>();
        private final List<String> story = new ArrayList<>();
        private Instant now = START;

        Life(int seed) {
            random = new Random(seed);
            timing = new Timing(duration(), duration(), Duration.ofSeconds(random.nextInt(200)), duration());
            jobs.add(aQueuedJob(timing).job());
        }

        private Duration duration() {
            return Duration.ofSeconds(List.of(0, 1, 5, 30, 60).get(random.nextInt(5)));
        }

        void step() {
            now = now.plusMillis(random.nextInt(4) == 0 ? random.nextInt(40_000) : random.nextInt(2));
            int index = random.nextInt(3) == 0 ? random.nextInt(jobs.size()) : jobs.size() - 1;
            Job job = jobs.get(index);
            int command = random.nextInt(20) == 0 ? STOP : random.nextInt(6);
            story.add(command + " on " + job + " at " + now);
            try {
                Change outcome = carryOut(command, job);
                assertThat(outcome.after().equals(job) || !job.status().isTerminal())
                        .as("a terminal job never changes")
                        .isTrue();
                assertThat(outcome.news()).isEqualTo(newSince(job, outcome.after()));
                jobs.set(index, outcome.after());
                outcome.followUp().ifPresent(jobs::add);
            } catch (Refusal refusal) {
                assertThat(refusal)
                        .isInstanceOf(command == 1 ? Refusal.InvalidNonce.class : Refusal.InvalidJobState.class);
            }
        }

        private Change carryOut(int command, Job job) {
            return switch (command) {
                case 0 -> {
                    Nonce nonce = new Nonce("nonce-" + nonces.size());
                    Job dispatched = job.dispatch(nonce, now);
                    nonces.add(nonce);
                    yield Change.of(job, dispatched);
                }
                case 1 -> acknowledge(job);
                case 2 -> {
                    Change outcome = job.succeed(goingOn("t"), () -> new JobId("job-" + (jobs.size() + 1)), now);
                    assertThat(outcome.followUp().isPresent())
                            .as("a result brings a follow-up once, however often it comes")
                            .isEqualTo(!job.status().isTerminal());
                    yield outcome;
                }
                case 3 ->
                    random.nextBoolean()
                            ? job.succeed(COMPLETE, () -> new JobId("never"), now)
                            : Change.of(job, job.fail(FAILURE, now));
                case STOP -> Change.of(job, job.stop(now));
                default -> {
                    Instant sooner = now.minusMillis(random.nextInt(1_000));
                    assertThat(job.at(sooner).at(now))
                            .as("time may be noticed in steps")
                            .isEqualTo(job.at(now));
                    yield Change.of(job, job.at(now));
                }
            };
        }

        private Change acknowledge(Job job) {
            Nonce nonce = nonces.isEmpty() || random.nextInt(3) > 0
                    ? job.nonce().orElse(UNKNOWN_NONCE)
                    : nonces.get(random.nextInt(nonces.size()));
            Job acknowledged = job.acknowledge(nonce, Optional.empty(), now);
            assertThat(job.nonce())
                    .as("only the latest dispatch's nonce counts")
                    .contains(nonce);
            assertThat(accepted.add(nonce)).as("a nonce counts once").isTrue();
            return Change.of(job, acknowledged);
        }

        private static List<Transition> newSince(Job before, Job after) {
            return after.transitions()
                    .subList(before.transitions().size(), after.transitions().size());
        }

        void checkInvariants(Set<String> ways) {
            for (int i = 0; i < jobs.size(); i++) {
                Job job = jobs.get(i);
                assertThat(job.number()).isEqualTo(i + 1);
                assertThat(job.action().deadline()).isEqualTo(START.plus(timing.actionTimeout()));
                assertThat(i == jobs.size() - 1 || job.status() == JobStatus.Succeeded)
                        .as("only the last job of an action can be unfinished")
                        .isTrue();
                checkTransitions(job, ways);
                assertThat(job.at(now).nextChangeAt().filter(due -> !due.isAfter(now)))
                        .isEmpty();
            }
        }

        private void checkTransitions(Job job, Set<String> ways) {
            List<Transition> transitions = job.transitions();
            assertThat(transitions.get(0).status()).isEqualTo(JobStatus.Created);
            assertThat(transitions.get(transitions.size() - 1).status()).isEqualTo(job.status());
            assertThat(transitions)
                    .allMatch(transition -> !transition.at().isAfter(now)
                            && !transition.at().isAfter(job.action().deadline()));
            Optional<Instant> lastDispatch = Optional.empty();
            for (int i = 1; i < transitions.size(); i++) {
                Transition from = transitions.get(i - 1);
                Transition to = transitions.get(i);
                ways.add(from.status() + " " + to.status());
                assertThat(to.at()).isAfterOrEqualTo(from.at());
                if (to.status() == JobStatus.Dispatched) {
                    lastDispatch.ifPresent(before -> assertThat(to.at())
                            .as("one offer per lease")
                            .isAfterOrEqualTo(before.plus(timing.dispatchLease())));
                    lastDispatch = Optional.of(to.at());
                }
            }
        }
    }
}
