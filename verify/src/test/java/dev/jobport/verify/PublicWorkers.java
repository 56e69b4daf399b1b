package dev.jobport.verify;

import dev.jobport.lab.Lab;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verify.ReenactedWorkers.ArtifactoryWorker;
import dev.jobport.verify.ReenactedWorkers.BuildScript;
import dev.jobport.verify.ReenactedWorkers.CarelessLambda;
import dev.jobport.verify.ReenactedWorkers.CustomActionLambda;
import dev.jobport.verify.ReenactedWorkers.CustomJobWorkerThatThrows;
import dev.jobport.verify.ReenactedWorkers.GitLambda;
import dev.jobport.verify.ReenactedWorkers.MisnamedParameter;
import dev.jobport.verify.ReenactedWorkers.SandboxWorker;
import dev.jobport.verify.ReenactedWorkers.ScanScript;
import dev.jobport.verify.ReenactedWorkers.TravisWorker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What becomes of workers that people have published, each re-enacted. A worker that ends is shown in several rows. */
final class PublicWorkers {

    private static final Duration SHORT = Duration.ofMillis(40);
    private static final String RACED = "a rival is faster";
    private static final String NOT_IN_PROGRESS = "a job that is in progress no more";

    static final List<Row> ALL = List.of(
            row("awslabs/aws-codepipeline-plugin-for-jenkins", PluginLikeWorker::new)
                    .pollingEach(SHORT)
                    .meets("plain", RACED, NOT_IN_PROGRESS, "a job is offered twice", "a throttled result")
                    .breaks(),
            row("awslabs/aws-codepipeline-custom-job-worker", SampleLikeWorker::new)
                    .pollingEach(SHORT)
                    .meets("plain", RACED, NOT_IN_PROGRESS, "a job is offered twice", "a throttled result")
                    .breaks(),
            row("awslabs/aws-codepipeline-custom-job-worker, whose work throws", CustomJobWorkerThatThrows::new)
                    .pollingEach(SHORT)
                    .meets("plain", RACED, NOT_IN_PROGRESS)
                    .breaks("REPORT-2", "LIFE-1"),
            row("aws-samples/aws-codepipeline-custom-action", CustomActionLambda::new)
                    .meets("plain", RACED, NOT_IN_PROGRESS)
                    .breaks("CLAIM-2", "CLAIM-3", "REPORT-6"),
            row("aws-samples/aws-codepipeline-third-party-git-repositories", GitLambda::new)
                    .of(GitLambda.TRAITS)
                    .meets("plain", "a slow job", RACED, NOT_IN_PROGRESS)
                    .breaks("CLAIM-2", "LIFE-1", "REPORT-2", "SEC-2"),
            row("aws-samples/aws-codepipeline-custom-job-worker-for-jfrog-artifactory", ArtifactoryWorker::new)
                    .meets("a job", NOT_IN_PROGRESS)
                    .breaks("CLAIM-2", "POLL-6"),
            row("the same, raced", ArtifactoryWorker::new).meets("a job", RACED).breaks("POLL-6"),
            row("the same, whose artifact cannot be read", ArtifactoryWorker::new)
                    .meets("a job", "a failing job")
                    .breaks("REPORT-2"),
            row("QualiSystemsLab/AWS-CodePipeline", SandboxWorker::new)
                    .of(SandboxWorker.TRAITS)
                    .meets("a job", "uploads that break off", NOT_IN_PROGRESS)
                    .breaks("CLAIM-2", "SEC-1", "SEC-2"),
            row("the same, raced", SandboxWorker::new)
                    .of(SandboxWorker.TRAITS)
                    .meets("a job", RACED)
                    .breaks("POLL-6", "SEC-2"),
            row("blackducksoftware/aws-codepipeline-custom-action", ScanScript::new)
                    .meets("plain", RACED, NOT_IN_PROGRESS)
                    .breaks("CLAIM-2", "CLAIM-3", "POLL-3", "SEC-2"),
            row("buildkite/aws-codepipeline-buildkite-custom-action-type", BuildScript::new)
                    .of(BuildScript.TRAITS)
                    .meets("a job", NOT_IN_PROGRESS)
                    .breaks("CLAIM-1", "CLAIM-2", "POLL-1", "SEC-2"),
            row("the same, raced", BuildScript::new)
                    .of(BuildScript.TRAITS)
                    .meets("a job", RACED)
                    .breaks("CLAIM-1", "POLL-6", "SEC-2"),
            row("ragurney/aws_codepipeline_job_worker", TravisWorker::new)
                    .meets("a job", "a failing job", RACED, NOT_IN_PROGRESS)
                    .breaks("CLAIM-2", "LIFE-1", "REPORT-2"),
            row("yaybu/touchdown", MisnamedParameter::new).meets("a job").breaks("POLL-3"),
            row("Lambda functions in JavaScript, of several authors", CarelessLambda::new)
                    .meets("a job", "a failing job", RACED)
                    .breaks("CLAIM-3", "REPORT-3", "REPORT-6"));

    private PublicWorkers() {}

    private static Row row(String name, Function<Lab, WorkerThread> worker) {
        return new Row(name, worker, Traits.NONE, ReenactedWorkers.USUAL_PAUSE, Set.of(), Set.of());
    }

    /**
     * A worker, what it meets, and what it breaks by that.
     *
     * @param name of the repository
     * @param pollInterval how long it is meant to wait after an empty poll
     */
    record Row(
            String name,
            Function<Lab, WorkerThread> worker,
            Traits traits,
            Duration pollInterval,
            Set<String> scenarios,
            Set<String> broken) {

        private static final Tempo TEMPO = new Tempo(
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofMillis(1500),
                Duration.ofSeconds(5),
                Optional.of(Duration.ofMillis(700)));

        Row of(Traits others) {
            return new Row(name, worker, others, pollInterval, scenarios, broken);
        }

        Row pollingEach(Duration interval) {
            return new Row(name, worker, traits, interval, scenarios, broken);
        }

        Row meets(String... names) {
            return new Row(name, worker, traits, pollInterval, Set.of(names), broken);
        }

        Row breaks(String... rules) {
            return new Row(name, worker, traits, pollInterval, scenarios, new TreeSet<>(Set.of(rules)));
        }

        Given given() {
            return new Given(
                    OwnWorker.TYPE,
                    Sin.JOBS,
                    traits,
                    true,
                    OptionalLong.of(7),
                    scenarios,
                    Optional.of(pollInterval),
                    Expectations.USUAL.continuations(),
                    TEMPO);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
