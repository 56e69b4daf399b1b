package dev.jobport.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.conformance.json.ActionTypeJson;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.lab.LabEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However actions start, what is asked of an endpoint comes out the same. */
class StartingTest {

    private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.FAIL, Outcome.DIFFERS);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of each kind one that can be asked whoever starts the actions. */
    private static final List<String> ASKED = List.of(
            "OFFER-3",
            "OFFER-7",
            "ACK-1",
            "ACK-3",
            "ACK-4",
            "ACK-8",
            "REPEAT-1",
            "REPEAT-3",
            "REPEAT-7",
            "REPEAT-9",
            "REPEAT-11",
            "RESULT-6",
            "CUSTOM-6",
            "CONFIG-4",
            "CONFIG-8",
            "CONFIG-11",
            "ACCESS-1",
            "ACCESS-3",
            "TYPE-3",
            "TYPE-9",
            "FRONT-10");

    @TempDir
    private Path files;

    private static Endpoint.Starting byPipelines() {
        return new Endpoint.ByPipelines("arn:aws:iam::000000000000:role/any", "any-bucket", PATIENCE);
    }

    private static LabPipelines pipelines(LabEndpoint lab, boolean startsNewOnes) {
        return new LabPipelines(lab.ports().pipelines(), LabEndpoint.ACCOUNT, startsNewOnes);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void by_pipelines_all_is_kept_that_needs_no_control_and_nothing_is_left_behind(boolean newOnesStart)
            throws IOException {
        try (LabEndpoint lab = new LabEndpoint()) {
            LabPipelines pipelines = pipelines(lab, newOnesStart);
            try (Front front = new Front(lab, pipelines)) {
                Asked asked = new Asked(lab.endpoint(front.uri(), ports -> byPipelines()));

                List<Finding> findings = Conformance.of(asked);

                isKeptWhereItCanBeAsked(findings, Set.of(Capability.CONTROL));
                assertThat(passing(findings)).contains("STOP-4");
                assertThat(asked.belongings().left()).isEmpty();
                assertThat(asked.belongings().made()).anyMatch(it -> it.startsWith("pipeline jobport-clause-"));
                assertThat(pipelines.names()).isEmpty();
                assertThat(lab.customActionTypes()).isEmpty();
            }
        }
    }

    private static void isKeptWhereItCanBeAsked(List<Finding> findings, Set<Capability> missing) {
        assertThat(findings)
                .filteredOn(it -> it.outcome() != Outcome.PASS && it.outcome() != Outcome.NOT_APPLICABLE)
                .isEmpty();
        assertThat(findings).flatExtracting(Finding::missing).containsOnlyElementsOf(missing);
        assertThat(passing(findings)).containsAll(ASKED);
    }

    private static Set<String> passing(List<Finding> findings) {
        return findings.stream()
                .filter(it -> it.outcome() == Outcome.PASS)
                .map(it -> it.id().toString())
                .collect(Collectors.toSet());
    }

    /** Where a clause can be asked without the control API, a deviation breaks it as with it. */
    @ParameterizedTest
    @EnumSource(names = {"ACCEPTS_A_USED_NONCE", "IGNORES_THE_BATCH_SIZE", "NAMES_AN_ERROR_OTHERWISE"})
    void by_pipelines_a_deviation_breaks_the_clauses_that_it_breaks_by_control(Deviation deviation) throws IOException {
        try (LabEndpoint lab = new LabEndpoint();
                Front front = new Front(lab, deviation, pipelines(lab, true))) {
            List<Finding> findings = Conformance.of(lab.endpoint(front.uri(), ports -> byPipelines()));

            Set<String> broken = findings.stream()
                    .filter(it -> BROKEN.contains(it.outcome()))
                    .map(it -> it.id().toString())
                    .collect(Collectors.toSet());
            Set<String> all = Stream.concat(deviation.broken.stream(), deviation.consequences.stream())
                    .collect(Collectors.toSet());
            Set<String> asked = findings.stream()
                    .filter(it -> it.outcome() != Outcome.NOT_APPLICABLE)
                    .map(it -> it.id().toString())
                    .filter(all::contains)
                    .collect(Collectors.toSet());
            assertThat(broken).as("%s", findings).isEqualTo(asked);
            assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.SET_UP_ERROR);
            assertThat(broken).isNotEmpty();
            if (deviation == Deviation.ACCEPTS_A_USED_NONCE) {
                assertThat(broken).containsExactlyInAnyOrder("ACK-3", "ACK-8", "REPEAT-3");
            }
        }
    }

    @Test
    void a_pipeline_that_does_not_get_on_is_no_fault_of_the_clause() throws IOException {
        Front.Layer stuck = (request, upstream) -> request.operation().equals("StartPipelineExecution")
                ? new Front.Answer(200, "{}")
                : upstream.ask(request);
        try (LabEndpoint lab = new LabEndpoint();
                Front front = new Front(lab, stuck, pipelines(lab, false))) {
            List<Finding> findings = Conformance.of(lab.endpoint(
                    front.uri(), ports -> new Endpoint.ByPipelines("arn", "bucket", Duration.ofMillis(1))));

            assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.FAIL, Outcome.DIFFERS);
            assertThat(of(findings, "ACK-3"))
                    .allSatisfy(it -> assertThat(it.detail()).contains("no job for the source of pipeline"));
        }
    }

    private static List<Finding> of(List<Finding> findings, String id) {
        return findings.stream()
                .filter(it -> it.id().toString().equals(id) && it.outcome() != Outcome.NOT_APPLICABLE)
                .toList();
    }

    /** The command hands over by files what it was given, and prints what comes back. */
    @Test
    void by_a_command_all_is_kept_that_needs_no_control() throws Exception {
        Path script = Files.writeString(files.resolve("start.sh"), """
                cat > "$1/$$.new" && mv "$1/$$.new" "$1/$$.in"
                while [ ! -e "$1/$$.out" ]; do sleep 0.01; done
                read -r action < "$1/$$.out" && [ -n "$action" ] && echo "$action"
                """);
        try (LabEndpoint lab = new LabEndpoint()) {
            Thread starter = new Thread(() -> startWhatIsAskedFor(lab.ports()));
            starter.start();
            try {
                List<Finding> findings = Conformance.of(lab.endpoint(
                        lab.uri(), ports -> new Endpoint.ByCommand(List.of("sh", "" + script, "" + files), PATIENCE)));

                isKeptWhereItCanBeAsked(findings, Set.of(Capability.CONTROL, Capability.STOP_ACTIONS));
            } finally {
                starter.interrupt();
                starter.join();
            }
        }
    }

    private void startWhatIsAskedFor(DrivingPorts ports) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Stream<Path> all = Files.list(files)) {
                for (Path in : all.filter(it -> it.toString().endsWith(".in")).toList()) {
                    String out = startOne(ports, new ObjectMapper().readTree(in.toFile()));
                    String name = in.toString().replaceFirst("\\.in$", "");
                    Files.delete(in);
                    Files.move(Files.writeString(Path.of(name + ".done"), out + "\n"), Path.of(name + ".out"));
                }
                Thread.sleep(5);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Nothing, if it is refused: then the command fails. */
    private static String startOne(DrivingPorts ports, JsonNode json) {
        try {
            return start(ports, json);
        } catch (Refusal e) {
            return "";
        }
    }

    private static String start(DrivingPorts ports, JsonNode json) {
        Map<String, String> configuration = new LinkedHashMap<>();
        json.get("configuration")
                .properties()
                .forEach(it -> configuration.put(it.getKey(), it.getValue().textValue()));
        assertThat(json.get("accountId").textValue()).isEqualTo(LabEndpoint.ACCOUNT.id());
        assertThat(json.get("region").textValue()).isEqualTo(LabEndpoint.ACCOUNT.region());
        return ports.pipelines()
                .startActionExecution(
                        LabEndpoint.ACCOUNT,
                        ActionTypeJson.readId(json.get("actionTypeId")),
                        Optional.empty(),
                        new ActionInput(configuration, PipelineContext.NONE, List.of(), List.of(), Optional.empty()))
                .actionExecutionId()
                .value();
    }

    @Test
    void a_command_that_fails_is_no_fault_of_the_clause() {
        isSetUpError(
                List.of("sh", "-c", "echo no such pipeline >&2; exit 7"),
                PATIENCE,
                "the command that starts actions ended with 7: no such pipeline");
        isSetUpError(List.of("sleep", "60"), Duration.ofMillis(10), "the command that starts actions has not ended");
        isSetUpError(List.of("/nowhere/to/be/found"), PATIENCE, "the command that starts actions could not be run");
    }

    private static void isSetUpError(List<String> command, Duration patience, String detail) {
        try (LabEndpoint lab = new LabEndpoint()) {
            List<Finding> findings =
                    Conformance.of(lab.endpoint(lab.uri(), ports -> new Endpoint.ByCommand(command, patience)));

            assertThat(findings).extracting(Finding::outcome).doesNotContain(Outcome.FAIL, Outcome.DIFFERS);
            assertThat(of(findings, "ACK-3"))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.detail()).contains(detail))
                    .extracting(Finding::outcome)
                    .containsOnly(Outcome.SET_UP_ERROR);
        }
    }
}
