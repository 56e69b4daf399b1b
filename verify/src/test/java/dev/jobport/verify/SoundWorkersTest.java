package dev.jobport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.lab.Action;
import dev.jobport.lab.Lab;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Vantage;
import dev.jobport.verdict.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is held against workers that keep the protocol, whatever faults happen. */
@Execution(ExecutionMode.CONCURRENT)
class SoundWorkersTest {

    /** A sample of the seeds that {@code .ci/run} plays. */
    private static final int SEEDS = Integer.getInteger("jobport.seeds", 4);

    private static final Map<String, Function<Lab, WorkerThread>> WORKERS = Map.of(
            "one that does a job at a time", OwnWorker::new,
            "a partner's", PartnerWorker::new,
            "one like AWS's sample", SampleLikeWorker::new,
            "one like AWS's plugin for Jenkins", PluginLikeWorker::new);

    private static final List<String> FAULTS = List.of(
            "lost-answer@*%0.03",
            "lost-request@*%0.03",
            "reset@*%0.03",
            "cut@*%0.03",
            "500@*%0.03",
            "500-after@*%0.03",
            "503@*%0.02",
            "garbage@Poll*%0.02",
            "throttle@*%0.03",
            "unknown-members@*%0.1",
            "unknown-key@Poll*%0.02",
            "slow-answer(20ms)@*%0.05",
            "restart(20ms)@*%0.01",
            "lost-answer-strict@*%0.02",
            "rival@Acknowledge*%0.1",
            "lapsed-lease@Acknowledge*%0.1",
            "lapsed-and-reoffered@Acknowledge*%0.1",
            "stale-details@GetThirdPartyJobDetails%0.1",
            "not-in-progress@Acknowledge*%0.05",
            "job-timeout@Put*%0.05");

    static Stream<Arguments> workersAndSeeds() {
        return WORKERS.keySet().stream()
                .sorted()
                .flatMap(worker -> IntStream.rangeClosed(1, SEEDS).mapToObj(seed -> Arguments.of(worker, seed)));
    }

    @ParameterizedTest
    @MethodSource("workersAndSeeds")
    void nothing_is_held_against_it(String name, long seed) {
        String type = name.startsWith("a partner") ? PartnerWorker.TYPE : OwnWorker.TYPE;
        try (Lab lab = Lab.builder()
                .actionType(type, like -> like.continuationDelay(Duration.ZERO))
                .seed(seed)
                .expecting(new Expectations(Optional.of(Duration.ofMillis(30)), 50, Duration.ofSeconds(30)))
                .seenFrom(Vantage.PROCESS)
                .start()) {
            FAULTS.forEach(fault -> lab.faults().add(fault));
            Worker worker = start(lab, name);
            for (int i = 0; i < 5; i++) {
                lab.start(type);
            }
            Action last = lab.start(type, with -> with.configuration("steps", "3"));
            lab.settle(Duration.ofSeconds(30));
            worker.askToEnd(Duration.ofSeconds(10));
            Verdict verdict = lab.verdict();

            assertThat(worker.isAlive()).isFalse();
            assertThat(verdict.with(Status.BROKEN))
                    .filteredOn(it -> it.severity().isAtLeast(Severity.WARNING))
                    .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                    .isEmpty();
            assertThat(last.now().jobs()).isNotEmpty();
        }
    }

    private static Worker start(Lab lab, String name) {
        try {
            return WorkerThread.starter(name, WORKERS.get(name)).start(lab);
        } catch (Worker.CannotRun e) {
            throw new IllegalStateException(e);
        }
    }
}
