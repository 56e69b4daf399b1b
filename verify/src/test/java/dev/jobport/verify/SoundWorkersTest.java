package dev.jobport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.lab.Action;
import dev.jobport.lab.Lab;
import dev.jobport.lab.LabBuilder;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.Vantage;
import dev.jobport.verdict.report.Report;
import dev.jobport.verdict.rules.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
            "one that reads and stores artifacts", ArtifactWorker::new,
            "a partner's", PartnerWorker::new,
            "one like AWS's sample", SampleLikeWorker::new,
            "one like AWS's plugin for Jenkins", PluginLikeWorker::new);

    /** All but clock-skew, for which the SDK would correct the clock of all workers in this JVM. */
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
            "access-denied@Poll*%0.02",
            "slow-answer(20ms)@*%0.05",
            "trickle(20ms)@*%0.05",
            "hang@*%0.002",
            "lost-answer-strict@*%0.02",
            "rival@Acknowledge*%0.1",
            "not-in-progress@Acknowledge*%0.05",
            "credentials-unavailable@Poll*%0.02",
            "empty-polls@Poll*%0.02",
            "batch(3)@Poll*%0.2");

    /** After these, time has jumped or the server has started again, which excuses much. */
    private static final List<String> UPHEAVALS = List.of(
            "restart(20ms)@*%0.01",
            "lapsed-lease@Acknowledge*%0.1",
            "lapsed-and-reoffered@Acknowledge*%0.1",
            "duplicate-offer@Acknowledge*%0.05",
            "stale-details@GetThirdPartyJobDetails%0.1",
            "job-timeout@Put*%0.05",
            "action-timeout@Put*SuccessResult%0.03");

    private static final List<String> OF_ARTIFACTS = List.of(
            "lost-answer@GetObject|PutObject%0.05",
            "lost-request@GetObject|PutObject%0.05",
            "reset@GetObject|PutObject%0.05",
            "cut@GetObject|PutObject%0.05",
            "503@GetObject|PutObject%0.05",
            "slow-answer(20ms)@GetObject|PutObject%0.1");

    private static final String EXPIRY = "credentials-expire@GetObject|PutObject%0.1";

    /** That cannot be mended, so these come last. */
    private static final List<String> FOR_GOOD =
            List.of("type-deleted@Poll*#1", "client-token-rotated@GetThirdPartyJobDetails#1");

    static Stream<Arguments> workersAndSeeds() {
        return WORKERS.keySet().stream()
                .sorted()
                .flatMap(worker -> IntStream.rangeClosed(1, SEEDS).mapToObj(seed -> Arguments.of(worker, seed)));
    }

    @ParameterizedTest
    @MethodSource("workersAndSeeds")
    void nothing_is_held_against_it(String name, long seed) {
        String type = name.startsWith("a partner") ? PartnerWorker.TYPE : OwnWorker.TYPE;
        Traits traits = name.contains("artifacts") ? ArtifactWorker.TRAITS : Traits.NONE;
        try (Lab lab = lab(type, traits, seed)) {
            faults(traits, seed).forEach(fault -> lab.faults().add(fault));
            Worker worker = start(lab, name);
            for (int i = 0; i < 5; i++) {
                lab.start(type, traits::give);
            }
            Action last = lab.start(type, with -> {
                with.configuration("steps", "3");
                traits.give(with);
            });
            lab.settle(Duration.ofSeconds(30));
            endsBadly(lab, type, traits, seed);
            worker.askToEnd(Duration.ofSeconds(10));

            assertThat(worker.isAlive()).isFalse();
            assertThat(last.now().jobs()).isNotEmpty();
            History history = lab.history();
            nothingIsBroken(history);
            nothingIsBroken(Quiet.after(history));
        }
    }

    private static void nothingIsBroken(History history) {
        Verdict verdict = RuleSet.newest().judge(history);
        assertThat(verdict.with(Status.BROKEN))
                .filteredOn(it -> it.severity().isAtLeast(Severity.WARNING))
                .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                .isEmpty();
    }

    private static Lab lab(String type, Traits traits, long seed) {
        LabBuilder builder = Lab.builder()
                .actionType(type, like -> traits.describe(like.continuationDelay(Duration.ZERO), Set.of()))
                .seed(seed)
                .expecting(new Expectations(Optional.of(Duration.ofMillis(30)), 50, Duration.ofSeconds(30)))
                .seenFrom(Vantage.PROCESS);
        return traits.hasArtifacts() ? builder.artifacts().start() : builder.start();
    }

    /** Every other history is without upheavals, so that nothing but the rules themselves speaks for the worker. */
    private static List<String> faults(Traits traits, long seed) {
        boolean isCalm = seed % 2 == 0;
        List<String> faults = new ArrayList<>(FAULTS);
        faults.addAll(isCalm ? List.of() : UPHEAVALS);
        if (traits.hasArtifacts()) {
            faults.addAll(OF_ARTIFACTS);
            faults.addAll(isCalm ? List.of() : List.of(EXPIRY));
        }
        return faults;
    }

    private static void endsBadly(Lab lab, String type, Traits traits, long seed) {
        boolean isPartner = type.equals(PartnerWorker.TYPE);
        if (seed % 4 < 2) {
            String fault = FOR_GOOD.get(isPartner && seed % 4 == 0 ? 1 : 0);
            lab.faults().clear();
            lab.faults().add(fault);
            lab.start(type, traits::give);
            await(() -> !lab.faults().missed().contains(fault));
        }
    }

    private static void await(BooleanSupplier what) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!what.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(what.getAsBoolean()).isTrue();
    }

    private static Worker start(Lab lab, String name) {
        try {
            return WorkerThread.starter(name, WORKERS.get(name)).start(lab);
        } catch (Worker.CannotRun e) {
            throw new IllegalStateException(e);
        }
    }
}
