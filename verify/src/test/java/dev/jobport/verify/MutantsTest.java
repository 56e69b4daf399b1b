package dev.jobport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.report.Report;
import dev.jobport.verdict.rules.RuleSet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdict names the sin of a worker, and nothing else. Workers and their labs share nothing. */
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {

    private static final Tempo SHORT = new Tempo(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofMillis(1500),
            Duration.ofSeconds(5),
            Optional.of(Duration.ofMillis(500)));

    private static Verdict verdict(Worker.Starter worker, Set<String> scenarios) {
        Given given = new Given(
                MutantWorker.TYPE,
                Map.of(Kind.FAILING, Map.of("fail", "true"), Kind.CONTINUING, Map.of("steps", "3")),
                false,
                OptionalLong.of(7),
                scenarios,
                Optional.of(Duration.ofMillis(40)),
                SHORT);
        RuleSet rules = RuleSet.newest();
        return rules.judge(new Programme(given, worker, new Progress(line -> {}, rules))
                .run()
                .history());
    }

    private static Set<String> broken(Verdict verdict, Severity atLeast) {
        return verdict.with(Status.BROKEN).stream()
                .filter(it -> it.severity().isAtLeast(atLeast))
                .map(it -> it.rule().id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Sin.class)
    void each_sin_is_named(Sin sin) {
        Verdict verdict = verdict(MutantWorker.starter(sin), sin.scenarios());

        assertThat(broken(verdict, Severity.ADVICE))
                .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                .contains(sin.rule())
                .isSubsetOf(sin.allowed());
    }

    @Test
    void nothing_is_held_against_a_sound_worker() {
        Verdict verdict = verdict(MutantWorker.starter(), Set.of());

        assertThat(broken(verdict, Severity.ADVICE))
                .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                .isEmpty();
        assertThat(verdict.with(Status.KEPT)).hasSizeGreaterThan(30);
    }
}
