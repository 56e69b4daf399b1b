package dev.jobport.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.conformance.wire.WireClient;
import dev.jobport.conformance.wire.WirePipelines;
import dev.jobport.contracts.fixtures.Samples;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.lab.LabEndpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ConformanceCommandTest {

    @TempDir
    private Path files;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "AWS_ACCESS_KEY_ID", "AKIDWORKER",
            "AWS_SECRET_ACCESS_KEY", "secret-of-AKIDWORKER"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new ConformanceCommand(environment::get), this::create)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private <T> T create(Class<T> command) throws Exception {
        return command == CleanCommand.class
                ? command.cast(new CleanCommand(environment::get))
                : CommandLine.defaultFactory().create(command);
    }

    @Test
    void what_can_be_asked_of_the_bare_protocol_is_kept_and_the_rest_is_not_applicable() throws Exception {
        Path json = files.resolve("report.json");
        Path junit = files.resolve("report.xml");
        Path md = files.resolve("report.md");

        try (LabEndpoint lab = new LabEndpoint()) {
            int code = run("--endpoint", "" + lab.uri(), "--report", "json=" + json + ",junit=" + junit + ",md=" + md);

            assertThat(code).as("%s", out).isZero();
        }
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("conclusion").textValue()).isEqualTo("kept");
        assertThat(report.get("counts").get("pass").intValue()).isEqualTo(9);
        int notApplicable = report.get("counts").get("not applicable").intValue();
        assertThat(report.get("clauses")).hasSize(9 + notApplicable);
        assertThat(out.toString()).contains("9 pass · 0 fail · 0 differs · " + notApplicable + " not applicable");
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(junit.toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("skipped")).isEqualTo("" + notApplicable);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(notApplicable);
        assertThat(Files.readString(md)).contains("| FRONT-1 | wire | An operation that does not exist is unknown. |");
    }

    @Test
    void a_failure_exits_with_one_and_one_that_is_known_does_not() throws IOException {
        Path baseline = Files.writeString(
                files.resolve("baseline"), "# borne\nFRONT-4 until the next release\nFRONT-1 was long ago\n");

        try (LabEndpoint lab = new LabEndpoint();
                Front mutant = new Front(lab, Deviation.GIVES_ERRORS_A_CODE)) {
            assertThat(run("--endpoint", "" + mutant.uri())).isEqualTo(1);
            assertThat(out.toString())
                    .contains("8 pass · 1 fail · ")
                    .contains("FRONT-4 fail  An error has its name and its message and no code. (wire)");
            out.getBuffer().setLength(0);

            assertThat(run("--endpoint", "" + mutant.uri(), "--baseline", "" + baseline))
                    .isZero();
            assertThat(out.toString())
                    .contains("1 fail (0 new)")
                    .contains("FRONT-4 fail (known: until the next release)")
                    .contains("FRONT-1 passes by now; strike it out of the baseline");
        }
    }

    @Test
    void actions_start_by_pipelines_and_the_report_tells_what_was_made() throws IOException {
        Path callers = administrator();
        Path json = files.resolve("report.json");
        Set<JsonNode> made = new HashSet<>();

        try (LabEndpoint lab = new LabEndpoint()) {
            Front.Layer eavesdropper = (request, upstream) -> {
                if (request.operation().equals("CreatePipeline")) {
                    JsonNode pipeline = request.body().get("pipeline");
                    made.add(pipeline);
                    return new Front.Answer(400, "{\"__type\":\"InvalidStructureException\",\"message\":\"not here\"}");
                }
                return upstream.ask(request);
            };
            try (Front front = new Front(lab, eavesdropper)) {
                int code = run(
                        "--endpoint",
                        "" + front.uri(),
                        "--start-actions",
                        "pipelines",
                        "--has",
                        "register-types",
                        "--callers",
                        "" + callers,
                        "--pipeline-role",
                        "arn:aws:iam::123456789012:role/mine",
                        "--artifact-bucket",
                        "my-bucket",
                        "--report",
                        "json=" + json);

                assertThat(code).isEqualTo(3);
            }
        }
        assertThat(out.toString())
                .contains("0 fail · 0 differs")
                .contains("CreatePipeline → 400 InvalidStructureException: not here");
        assertThat(made).isNotEmpty().allSatisfy(it -> {
            assertThat(it.get("roleArn").textValue()).isEqualTo("arn:aws:iam::123456789012:role/mine");
            assertThat(it.get("artifactStore").get("location").textValue()).isEqualTo("my-bucket");
        });
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("made").toString()).contains("Custom/Source/jobport-clause-");
        assertThat(report.get("left")).isEmpty();
    }

    @Test
    void what_cannot_be_deleted_is_told_as_left_behind() throws IOException {
        Path callers = administrator();
        try (LabEndpoint lab = new LabEndpoint()) {
            Front.Layer keeper = (request, upstream) -> request.operation().equals("DeleteCustomActionType")
                    ? new Front.Answer(400, "{\"__type\":\"ConcurrentModificationException\",\"message\":\"in use\"}")
                    : upstream.ask(request);
            try (Front front = new Front(lab, keeper)) {
                run("--endpoint", "" + front.uri(), "--has", "register-types", "--callers", "" + callers);
            }
        }
        assertThat(out.toString()).containsPattern("left behind: Custom/\\w+/jobport-clause-[0-9a-f]{20}/1");
    }

    @Test
    void what_an_endpoint_says_while_it_is_cleaned_up_neither_lasts_for_ever_nor_reaches_the_terminal()
            throws IOException {
        Front.Layer ill = (request, upstream) -> switch (request.operation()) {
            case "ListPipelines" -> new Front.Answer(200, "{\"pipelines\":[],\"nextToken\":\"more\"}");
            case "ListActionTypes" ->
                new Front.Answer(
                        200,
                        "{\"actionTypes\":[{\"id\":{\"category\":\"Test\",\"owner\":\"Custom\","
                                + "\"provider\":\"jobport-clause-\\u001b[31m\",\"version\":\"1\"}}]}");
            default -> new Front.Answer(400, "{\"__type\":\"ValidationException\",\"message\":\"\\u001b[2J\"}");
        };
        try (LabEndpoint lab = new LabEndpoint();
                Front front = new Front(lab, ill)) {
            assertThat(run("clean", "--endpoint", "" + front.uri())).isEqualTo(3);
        }
        assertThat(out.toString())
                .contains("pipelines cannot be listed: ListPipelines has not ended after 1000 pages")
                .contains("not deleted: DeleteCustomActionType")
                .doesNotContain("\u001b");
    }

    @Test
    void a_run_that_was_interrupted_is_cleaned_up_and_nothing_else_is_touched() throws IOException {
        try (LabEndpoint lab = new LabEndpoint()) {
            LabPipelines pipelines = new LabPipelines(lab.ports().pipelines(), LabEndpoint.ACCOUNT, true);
            for (String name : List.of("jobport-clause-1", "somebodys", "jobport-clause-2", "jobport-clause-3")) {
                lab.ports()
                        .operators()
                        .putActionType(
                                LabEndpoint.ACCOUNT,
                                new ActionType(
                                        new ActionTypeId(ActionCategory.Source, ActionOwner.Custom, name, "1"),
                                        Samples.TIMING));
            }
            try (Front front = new Front(lab, pipelines)) {
                WirePipelines wire = new WirePipelines(
                        new WireClient(
                                front.uri(),
                                caller -> lab.keys().get(caller.name()),
                                InstantSource.system(),
                                exchange -> {}),
                        lab.endpoint().caller());
                for (String name : List.of("jobport-clause-1", "somebodys", "jobport-clause-2", "jobport-clause-3")) {
                    wire.create(pipeline(name));
                }
                assertThat(run("clean", "--endpoint", "" + front.uri())).isEqualTo(3);
                assertThat(out.toString())
                        .contains("pipelines left behind: 3")
                        .contains("jobport-clause-1 not deleted: DeleteCustomActionType → 400 AccessDeniedException");

                environment.put("AWS_ACCESS_KEY_ID", "AKIDADMINISTRATOR");
                environment.put("AWS_SECRET_ACCESS_KEY", "secret-of-AKIDADMINISTRATOR");
                out.getBuffer().setLength(0);
                assertThat(run("clean", "--endpoint", "" + front.uri())).isZero();
                assertThat(out.toString())
                        .contains(
                                "pipelines left behind: 0", "action types left behind: 3", "jobport-clause-3 deleted");
            }
            assertThat(pipelines.names()).containsExactly("somebodys");
            assertThat(lab.customActionTypes())
                    .extracting(ActionTypeId::provider)
                    .containsExactly("somebodys");
            assertThat(run("clean", "--endpoint", "" + lab.uri()))
                    .as("without pipelines")
                    .isZero();
        }
    }

    private Path administrator() throws IOException {
        return Files.writeString(
                files.resolve("administrator"),
                "{\"administrator\":{\"accessKeyId\":\"AKIDADMINISTRATOR\","
                        + "\"secretAccessKey\":\"secret-of-AKIDADMINISTRATOR\"}}");
    }

    private static ObjectNode pipeline(String name) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree("""
                        {"name": "%s", "roleArn": "arn", "artifactStore": {"type": "S3", "location": "bucket"}, "stages": [
                          {"name": "one", "actions": [{"name": "one", "outputArtifacts": [{"name": "it"}],
                            "actionTypeId": {"category": "Source", "owner": "Custom", "provider": "somebodys", "version": "1"}}]},
                          {"name": "two", "actions": [{"name": "two",
                            "actionTypeId": {"category": "Build", "owner": "AWS", "provider": "any", "version": "1"}}]}]}
                        """.formatted(name));
    }

    @Test
    void where_nobody_answers_nothing_was_asked_and_nothing_passes() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        int code = run("--endpoint", "http://127.0.0.1:" + closed, "--has", "register-types");

        assertThat(code).isEqualTo(3);
        assertThat(out.toString()).startsWith("0 pass · 0 fail · 0 differs");
    }

    @Test
    void whoever_is_not_let_in_has_not_asked_anything() {
        environment.put("AWS_SECRET_ACCESS_KEY", "another");

        try (LabEndpoint lab = new LabEndpoint()) {
            assertThat(run("--endpoint", "" + lab.uri())).isEqualTo(3);
        }
        assertThat(out.toString()).contains("0 fail").contains("the endpoint does not let the caller in");
    }

    @Test
    void time_that_nobody_is_willing_to_wait_for_is_a_capability_that_is_missing() {
        try (LabEndpoint lab = new LabEndpoint()) {
            Endpoint all = lab.endpoint();
            List<Finding> findings = Conformance.of(new Endpoint(
                    all.uri(),
                    all.time(),
                    all.keys(),
                    all.caller(),
                    all.stranger(),
                    all.administrator(),
                    all.foreigners(),
                    all.starting(),
                    Optional.of(PassTime.byWaiting(Duration.ZERO)),
                    all.capabilities()));

            assertThat(findings)
                    .filteredOn(it -> it.outcome() != Outcome.PASS)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.missing()).containsExactly(Capability.PASS_TIME));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://codepipeline.eu-west-1.amazonaws.com",
                "https://CODEPIPELINE.us-east-1.AmazonAWS.com./",
                "https://codepipeline.cn-north-1.amazonaws.com.cn",
                "https://codepipeline.eu-west-1.api.aws"
            })
    void aws_itself_is_asked_only_by_consent(String endpoint) {
        assertThat(run("--endpoint", endpoint)).isEqualTo(2);
        assertThat(err.toString()).contains("--i-accept-costs-and-changes");
    }

    @Test
    void without_a_key_nothing_is_asked() {
        environment.clear();

        assertThat(run("--endpoint", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(err.toString()).contains("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void what_cannot_be_understood_is_misuse() throws IOException {
        Path callers = Files.writeString(files.resolve("callers"), "{\"nobody\":{}}");

        assertThat(run("--endpoint", "nonsense")).isEqualTo(2);
        assertThat(run("--endpoint", "http://127.0.0.1:1", "--has", "everything"))
                .isEqualTo(2);
        assertThat(run("--endpoint", "http://127.0.0.1:1", "--callers", "" + callers))
                .isEqualTo(2);
        assertThat(run("--endpoint", "http://127.0.0.1:1", "--baseline", "" + files.resolve("missing")))
                .isEqualTo(2);
        assertThat(run("--endpoint", "http://127.0.0.1:1", "--start-actions", "command"))
                .isEqualTo(2);
        assertThat(run("--endpoint", "http://127.0.0.1:1", "--", "start.sh")).isEqualTo(2);
        assertThat(err.toString()).contains("--start-actions command goes with a command after --");
        assertThat(run("clean")).isEqualTo(2);
        assertThat(run("--endpoint", "http://127.0.0.1:1", "--pass-time", "wait", "--patience", "long"))
                .isEqualTo(2);
    }
}
