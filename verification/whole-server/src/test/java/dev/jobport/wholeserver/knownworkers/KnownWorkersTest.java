package dev.jobport.wholeserver.knownworkers;

import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.configuredInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.contracts.worker.CustomWorker;
import dev.jobport.contracts.worker.ThirdPartyWorker;
import dev.jobport.contracts.worker.Worker;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.wholeserver.StorePlaces;
import dev.jobport.wholeserver.WholeServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.AWSSessionCredentials;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/** The workers that AWS publishes find on a whole server what they were written for, and do each job once however many race. */
class KnownWorkersTest {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(60), Duration.ofHours(2), Duration.ofHours(24), Duration.ofSeconds(30));

    private static final ConfigurationProperty PROJECT_NAME = new ConfigurationProperty(
            JenkinsProject.PROJECT_NAME, true, true, false, true, Optional.empty(), ConfigurationProperty.Type.String);

    private final Ledger ledger = new Ledger();

    static Stream<String> stores() {
        return StorePlaces.all();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void all_of_them_race_and_every_job_is_done_once(String store, @TempDir Path directory) {
        race(StorePlaces.make(store, directory));
    }

    /** Three sample workers of each family, and three Jenkins controllers with the same two projects. */
    private void race(String store) {
        try (WholeServer server = new WholeServer(store);
                CodePipelineClient codePipeline = server.connect();
                Agenda agenda = new Agenda(server::pass)) {
            ThirdPartyWorker thirdParty = server.thirdPartyWorker(TIMING);
            CustomWorker custom = server.customWorker(TIMING);
            CustomWorker jenkins = server.customWorker(TIMING, List.of(PROJECT_NAME));
            var actions = new ConcurrentLinkedQueue<Started>();
            for (int n = 0; n < 15; n++) {
                Duration moment = Duration.ofSeconds(7 * n);
                ActionInput project = project(n % 2 == 0 ? "shop" : "stock");
                agenda.at(moment, () -> actions.add(start(thirdParty, BARE_INPUT, 2)));
                agenda.at(moment, () -> actions.add(start(custom, BARE_INPUT, 2)));
                if (n < 8) {
                    agenda.at(moment, () -> actions.add(start(jenkins, project, 1)));
                }
            }
            for (int n = 0; n < 3; n++) {
                new SampleThirdPartyJobWorker(
                                "partner-" + n,
                                3,
                                codePipeline,
                                wire(thirdParty),
                                clientId -> thirdParty.token().value(),
                                agenda,
                                ledger)
                        .start();
                new SampleCustomJobWorker("own-" + n, 4, codePipeline, wire(custom), agenda, ledger).start();
                for (String project : List.of("shop", "stock")) {
                    jenkins(
                                    "jenkins-" + n,
                                    project,
                                    codePipeline,
                                    jenkins,
                                    Duration.ofSeconds(5 + 30 * n),
                                    Duration.ofSeconds(90),
                                    new Random(n)::nextInt,
                                    agenda)
                            .start();
                }
            }

            agenda.runUntil(Duration.ofMinutes(10));

            assertThat(actions).hasSize(15 + 15 + 8);
            assertThat(actions).allSatisfy(action -> {
                ActionExecutionReport report = custom.report(action.id());
                assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.Succeeded);
                assertThat(report.jobs()).hasSize(action.jobs());
                assertThat(report.jobs())
                        .allSatisfy(job -> assertThat(ledger.workersByJob())
                                .hasEntrySatisfying(
                                        job.id().value(),
                                        workers -> assertThat(workers).hasSize(1)));
            });
            assertThat(ledger.workersByJob()).hasSize(2 * 15 + 2 * 15 + 8);
        }
    }

    @Test
    void a_build_that_waits_longer_than_the_lease_finds_that_somebody_else_has_the_job() {
        try (WholeServer server = new WholeServer("memory");
                CodePipelineClient codePipeline = server.connect();
                Agenda agenda = new Agenda(server::pass)) {
            CustomWorker worker = server.customWorker(TIMING, List.of(PROJECT_NAME));
            Duration buildTime = Duration.ofSeconds(90);
            JenkinsProject slow = jenkins(
                    "slow",
                    "shop",
                    codePipeline,
                    worker,
                    Duration.ofSeconds(75),
                    buildTime,
                    most -> agenda.now().isZero() ? 0 : most - 1,
                    agenda);
            JenkinsProject quick = jenkins(
                    "quick", "shop", codePipeline, worker, Duration.ofSeconds(5), buildTime, most -> 5_000, agenda);
            Started action = start(worker, project("shop"), 1);
            slow.start();
            quick.start();

            agenda.runUntil(Duration.ofMinutes(5));

            String job = worker.report(action.id()).jobs().get(0).id().value();
            assertThat(ledger.workersByJob()).isEqualTo(Map.of(job, List.of("quick/shop")));
            assertThat(slow.takenByOthers).containsExactly(job);
            assertThat(quick.takenByOthers).isEmpty();
        }
    }

    @Test
    void a_long_build_gets_fresh_credentials_from_the_details_each_14_minutes_while_the_job_is_in_progress() {
        try (WholeServer server = new WholeServer("memory");
                CodePipelineClient codePipeline = server.connect();
                Agenda agenda = new Agenda(server::pass)) {
            CustomWorker worker = server.customWorker(TIMING, List.of(PROJECT_NAME));
            JenkinsProject project = jenkins(
                    "jenkins",
                    "shop",
                    codePipeline,
                    worker,
                    Duration.ZERO,
                    Duration.ofMinutes(40),
                    most -> 1_000,
                    agenda);
            Started action = start(worker, project("shop"), 1);
            agenda.every(
                    Duration.ofMinutes(5),
                    () -> server.putArtifactCredentials(new AwsSessionCredentials(
                            "of-minute-" + agenda.now().toMinutes(), "secret-key", "session-token")));
            project.start();

            agenda.runUntil(Duration.ofHours(1));

            assertThat(worker.report(action.id()).summary().status()).isEqualTo(ActionExecutionStatus.Succeeded);
            assertThat(project.credentials).singleElement().satisfies(credentials -> {
                assertThat(credentials.refreshes())
                        .containsExactly(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1).plusMinutes(14).plusSeconds(10),
                                Duration.ofSeconds(1).plusMinutes(28).plusSeconds(20));
                assertThat(credentials.received())
                        .extracting(AWSSessionCredentials::accessKeyId)
                        .containsExactly("of-minute-0", "of-minute-10", "of-minute-25");
            });
        }
    }

    /** @param jobs how many it takes until it is complete */
    private record Started(ActionExecutionId id, int jobs) {}

    private static Started start(Worker worker, ActionInput input, int jobs) {
        return new Started(worker.start(input).actionExecutionId(), jobs);
    }

    private static ActionInput project(String name) {
        return configuredInput(Map.of(JenkinsProject.PROJECT_NAME, name));
    }

    /** @param dice given a bound, a number of milliseconds below it */
    private JenkinsProject jenkins(
            String controller,
            String project,
            CodePipelineClient codePipeline,
            Worker worker,
            Duration waitForBuild,
            Duration buildTime,
            IntUnaryOperator dice,
            Agenda agenda) {
        return new JenkinsProject(
                controller,
                project,
                codePipeline,
                wire(worker),
                waitForBuild,
                buildTime,
                () -> Duration.ofMillis(dice.applyAsInt(JenkinsProject.MAX_JITTER_MILLIS)),
                agenda,
                ledger);
    }

    private static ActionTypeId wire(Worker worker) {
        var type = worker.actionType();
        return ActionTypeId.builder()
                .category(type.category().name())
                .owner(type.owner().name())
                .provider(type.provider())
                .version(type.version())
                .build();
    }
}
