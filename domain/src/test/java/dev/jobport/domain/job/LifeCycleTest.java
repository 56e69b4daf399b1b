package dev.jobport.domain.job;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.NEXT_JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static dev.jobport.contracts.fixtures.WalkedJob.MILLISECOND;
import static dev.jobport.contracts.fixtures.WalkedJob.aFollowUp;
import static dev.jobport.contracts.fixtures.WalkedJob.aLapsedJob;
import static dev.jobport.contracts.fixtures.WalkedJob.aQueuedJob;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.contracts.fixtures.WalkedJob;
import dev.jobport.domain.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole life of a job: what every command makes of every status. */
class LifeCycleTest {

    /**
     * The status after the command, or the refusal. "Lapsed" is Queued again after a lease that lapsed, "Stopped" is
     * Abandoned; a dash means that there is no such command, for the job has no nonce yet.
     */
    private static final String TABLE = """
        command                 | Created         | Queued          | Lapsed          | Dispatched      | InProgress          | Succeeded       | Failed          | TimedOut        | Stopped         | Stopped in work
        poll                    | InvalidJobState | Dispatched      | Dispatched      | InvalidJobState | InvalidJobState     | InvalidJobState | InvalidJobState | InvalidJobState | InvalidJobState | InvalidJobState
        give back               | -               | -               | Queued          | Queued          | InProgress          | Succeeded       | Failed          | TimedOut        | -               | Abandoned
        acknowledge             | -               | -               | InProgress      | InProgress      | InvalidNonce        | InvalidNonce    | InvalidNonce    | InvalidNonce    | -               | InvalidNonce
        acknowledge wrongly     | InvalidNonce    | InvalidNonce    | InvalidNonce    | InvalidNonce    | InvalidNonce        | InvalidNonce    | InvalidNonce    | InvalidNonce    | InvalidNonce    | InvalidNonce
        succeed                 | InvalidJobState | InvalidJobState | InvalidJobState | InvalidJobState | Succeeded           | Succeeded       | InvalidJobState | InvalidJobState | InvalidJobState | Abandoned
        succeed and go on       | InvalidJobState | InvalidJobState | InvalidJobState | InvalidJobState | Succeeded + Created | InvalidJobState | InvalidJobState | InvalidJobState | InvalidJobState | Abandoned
        fail                    | InvalidJobState | InvalidJobState | InvalidJobState | InvalidJobState | Failed              | InvalidJobState | Failed          | InvalidJobState | InvalidJobState | Abandoned
        fail otherwise          | InvalidJobState | InvalidJobState | InvalidJobState | InvalidJobState | Failed              | InvalidJobState | InvalidJobState | InvalidJobState | InvalidJobState | Abandoned
        stop                    | Abandoned       | Abandoned       | Abandoned       | Abandoned       | Abandoned           | Succeeded       | Failed          | TimedOut        | Abandoned       | Abandoned
        a moment passes         | Created         | Queued          | Queued          | Dispatched      | InProgress          | Succeeded       | Failed          | TimedOut        | Abandoned       | Abandoned
        delay and lease pass    | Queued          | Queued          | Queued          | Queued          | InProgress          | Succeeded       | Failed          | TimedOut        | Abandoned       | Abandoned
        job timeout passes      | Queued          | Queued          | Queued          | Queued          | TimedOut            | Succeeded       | Failed          | TimedOut        | Abandoned       | Abandoned
        action deadline passes  | TimedOut        | TimedOut        | TimedOut        | TimedOut        | TimedOut            | Succeeded       | Failed          | TimedOut        | Abandoned       | Abandoned
        """;

    private static final Map<String, WalkedJob> JOBS = Map.ofEntries(
            entry("Created", aFollowUp()),
            entry("Queued", aQueuedJob()),
            entry("Lapsed", aLapsedJob()),
            entry("Dispatched", aQueuedJob().dispatched()),
            entry("InProgress", aQueuedJob().dispatched().acknowledged()),
            entry("Succeeded", aQueuedJob().dispatched().acknowledged().succeeded()),
            entry("Failed", aQueuedJob().dispatched().acknowledged().failed()),
            entry("TimedOut", aQueuedJob().dispatched().acknowledged().timedOut()),
            entry("Stopped", aQueuedJob().stopped()),
            entry("Stopped in work", aQueuedJob().dispatched().acknowledged().stopped()));

    private static final Map<String, Function<WalkedJob, Change>> COMMANDS = Map.ofEntries(
            entry("poll", it -> Change.of(it.job(), it.job().dispatch(UNKNOWN_NONCE, it.now()))),
            entry("give back", it -> Change.of(it.job(), it.job().giveBack(it.nonce(), it.now()))),
            entry(
                    "acknowledge",
                    it -> Change.of(it.job(), it.job().acknowledge(it.nonce(), Optional.empty(), it.now()))),
            entry(
                    "acknowledge wrongly",
                    it -> Change.of(it.job(), it.job().acknowledge(UNKNOWN_NONCE, Optional.empty(), it.now()))),
            entry("succeed", it -> it.job().succeed(COMPLETE, () -> NEXT_JOB_ID, it.now())),
            entry("succeed and go on", it -> it.job().succeed(goingOn("again"), () -> NEXT_JOB_ID, it.now())),
            entry("fail", it -> Change.of(it.job(), it.job().fail(FAILURE, it.now()))),
            entry("stop", it -> Change.of(it.job(), it.job().stop(it.now()))),
            entry(
                    "fail otherwise",
                    it -> Change.of(
                            it.job(),
                            it.job()
                                    .fail(
                                            new FailureDetails(FailureType.JobFailed, "otherwise", Optional.empty()),
                                            it.now()))),
            entry(
                    "a moment passes",
                    it -> Change.of(it.job(), it.job().at(it.now().plus(MILLISECOND)))),
            entry(
                    "delay and lease pass",
                    it -> Change.of(it.job(), it.job().at(it.now().plus(TIMING.dispatchLease())))),
            entry(
                    "job timeout passes",
                    it -> Change.of(it.job(), it.job().at(it.now().plus(TIMING.jobTimeout())))),
            entry(
                    "action deadline passes",
                    it -> Change.of(it.job(), it.job().at(it.job().action().deadline()))));

    static Stream<Arguments> cells() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        List<String> head = rows.get(0);
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, head.size())
                        .filter(column -> !row.get(column).equals("-"))
                        .mapToObj(column -> Arguments.of(row.get(0), head.get(column), row.get(column))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("cells")
    void every_command_does_to_every_status_what_the_table_says(String command, String status, String expected) {
        assertThat(carryOut(COMMANDS.get(command), JOBS.get(status))).isEqualTo(expected);
    }

    private static String carryOut(Function<WalkedJob, Change> command, WalkedJob job) {
        try {
            Change outcome = command.apply(job);
            return outcome.after().status()
                    + outcome.followUp().map(next -> " + " + next.status()).orElse("");
        } catch (Refusal refusal) {
            return refusal.getClass().getSimpleName();
        }
    }

    @Test
    void the_table_has_a_row_for_every_command_and_a_column_for_every_status() {
        assertThat(cells().map(cell -> cell.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
        assertThat(cells().map(cell -> cell.get()[1]).distinct()).containsExactlyInAnyOrderElementsOf(JOBS.keySet());
        assertThat(JOBS.values().stream().map(it -> it.job().status()).distinct())
                .containsExactlyInAnyOrder(JobStatus.values());
        JOBS.forEach((name, it) -> assertThat(it.job().status().name())
                .isEqualTo(name.replace("Lapsed", "Queued").replaceFirst("Stopped.*", "Abandoned")));
    }
}
