package dev.jobport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.report.Report;
import dev.jobport.verdict.rules.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.codepipeline.model.Job;

/** The verdict names the sin of a worker, and nothing else. Workers and their labs share nothing. */
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {

    static Verdict verdict(Given given, Worker.Starter worker) {
        RuleSet rules = RuleSet.newest();
        return rules.judge(new Programme(given, worker, new Progress(line -> {}, rules))
                .run()
                .history());
    }

    static Set<String> broken(Verdict verdict) {
        return verdict.with(Status.BROKEN).stream()
                .filter(it -> it.severity().isAtLeast(Severity.ADVICE))
                .map(it -> it.rule().id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Sin> sins() {
        return Sin.all().stream();
    }

    @ParameterizedTest
    @MethodSource("sins")
    void each_sin_is_named(Sin sin) {
        Verdict verdict = verdict(sin.given(), WorkerThread.starter(sin.name(), sin.worker()));

        assertThat(broken(verdict))
                .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                .isEqualTo(sin.broken());
    }

    @Test
    void each_rule_has_a_sin_and_each_sin_a_rule() {
        Set<String> sinned = Sin.all().stream().map(Sin::rule).collect(Collectors.toCollection(TreeSet::new));
        Set<String> rules = RuleSet.newest().rules().stream()
                .map(it -> it.id().toString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sinned).isEqualTo(rules);
        assertThat(Sin.all()).hasSameSizeAs(rules);
    }

    @Test
    void nothing_is_held_against_a_sound_worker() {
        // All but one: the SDK would correct its clock for all workers in this JVM.
        String[] scenarios = Scenarios.ALL.stream()
                .map(Scenario::name)
                .filter(it -> !it.equals("a clock that is ten minutes off"))
                .toArray(String[]::new);
        Sin none = Sin.sin("none", "is sound", OwnWorker::new).showsIn(scenarios);
        Verdict verdict = verdict(none.given(), WorkerThread.starter("sound", none.worker()));

        assertThat(broken(verdict))
                .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                .isEmpty();
        assertThat(verdict.with(Status.KEPT)).hasSizeGreaterThan(33);
    }

    @Test
    void nothing_is_held_against_a_partners_sound_worker_whatever_becomes_of_its_clients() {
        Sin none = Sin.partnersSin("none", "is sound", PartnerWorker::new)
                .showsIn("a job", "clients", "a rival is faster", "the server starts again");
        Verdict verdict = verdict(none.given(), WorkerThread.starter("sound", none.worker()));

        assertThat(broken(verdict))
                .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                .isEmpty();
        assertThat(verdict.givenUp()).isEmpty();
        verdict.assertKept("CLAIM-3", "CLAIM-4", "CLAIM-6", "ERR-5", "POLL-6");
    }

    @Test
    void nothing_is_held_against_a_sound_worker_whose_jobs_have_artifacts_secrets_and_a_queryable_property() {
        Traits all = new Traits(
                ArtifactWorker.TRAITS.inputs(),
                ArtifactWorker.TRAITS.outputs(),
                Map.of("Project", "shop"),
                Map.of("Password", "s3cret-of-the-shop"));
        Sin none = Sin.sin("none", "is sound", lab -> new ArtifactWorker(lab) {
                    @Override
                    List<Job> poll() {
                        return client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID)
                                        .queryParam(Map.of("Project", "shop"))
                                        .maxBatchSize(1))
                                .jobs();
                    }
                })
                .of(all)
                .showsIn("plain", "artifacts");
        Verdict verdict = verdict(none.given(), WorkerThread.starter("sound", none.worker()));

        assertThat(broken(verdict))
                .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                .isEmpty();
        verdict.assertKept("CLAIM-1", "CRED-1", "CRED-2", "CRED-3", "CRED-4", "POLL-3", "POLL-5", "SEC-1", "SEC-4");
    }
}
