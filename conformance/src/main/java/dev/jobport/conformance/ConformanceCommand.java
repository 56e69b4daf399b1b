package dev.jobport.conformance;

import dev.jobport.application.driving.Caller;
import dev.jobport.conformance.control.ControlApi;
import dev.jobport.conformance.wire.Key;
import dev.jobport.domain.Account;
import dev.jobport.verdict.Known;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks an endpoint all clauses of the contract, and reports. */
@Command(
        name = "conformance",
        description = {
            "Ask an endpoint that speaks AWS JSON whether it keeps the clauses of the contract.",
            "Requests are signed with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN); the control API"
                    + " is asked with JOBPORT_TOKEN, if it is set. What the endpoint is capable of is said by options and"
                    + " never guessed; a clause that needs more is not applicable.",
            "It exits with 0 if all clauses that were asked are kept, or differ where AWS is silent; 1 if one fails; 2 if"
                    + " it was called wrongly; and 3 if none was asked, or one could not be."
        },
        subcommands = CleanCommand.class,
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

    /** What can be written into a file. */
    enum Form {
        junit,
        json,
        md,
        text
    }

    /** How actions start. */
    enum Starting {
        none,
        control,
        pipelines,
        command
    }

    /** How time passes. */
    enum Passing {
        none,
        wait
    }

    /** What has to be said of an endpoint by name; the rest follows from other options. */
    private static final List<Capability> BY_NAME =
            List.of(Capability.THIRD_PARTY, Capability.REGISTER_TYPES, Capability.ARTIFACT_CREDENTIALS);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Target target;

    @Option(
            names = "--start-actions",
            paramLabel = "none|control|pipelines|command",
            defaultValue = "none",
            description =
                    "How actions start: not at all, by Jobport's control API, by AWS's operations on pipelines (needs"
                            + " register-types), or by a command of yours, after --. Default: ${DEFAULT-VALUE}")
    private Starting starting;

    @Option(
            names = "--pipeline-role",
            paramLabel = "ARN",
            description = "The role that pipelines name; by default role/jobport-conformance of the account.")
    private String role;

    @Option(
            names = "--artifact-bucket",
            paramLabel = "NAME",
            defaultValue = "jobport-conformance",
            description = "The bucket that pipelines name. Nothing is put there. Default: ${DEFAULT-VALUE}")
    private String bucket;

    @Option(names = "--control", paramLabel = "URL", description = "Of the control API; by default the endpoint.")
    private URI control;

    @Option(
            names = "--pass-time",
            paramLabel = "none|wait",
            defaultValue = "none",
            description = "How time passes: not at all, or by waiting. Default: ${DEFAULT-VALUE}")
    private Passing passing;

    @Option(
            names = "--patience",
            paramLabel = "D",
            defaultValue = "90s",
            description =
                    "The longest wait for one step of a clause, or of what starts an action. Default: ${DEFAULT-VALUE}")
    private String patience;

    @Option(
            names = "--has",
            split = ",",
            paramLabel = "CAPABILITY",
            description = "What the endpoint is capable of: third-party, register-types, artifact-credentials.")
    private Set<String> has = Set.of();

    @Option(
            names = "--callers",
            paramLabel = "FILE",
            description =
                    "Others who call, as JSON: stranger and administrator (second-caller), foreigners (other-account).")
    private Path callersFile;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Clauses that are known not to be kept, a line each with a reason; only others fail.")
    private Path baseline;

    @Option(
            names = "--report",
            paramLabel = "FORM=FILE",
            split = ",",
            description = "Write reports: junit, json, md, text.")
    private Map<Form, Path> reports = new LinkedHashMap<>();

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = {
                "With --start-actions command: what starts an action, after --. No shell reads it. It is given a JSON"
                        + " object on its standard input: endpoint, accountId, region, actionTypeId (category, owner,"
                        + " provider, version) and configuration (names and texts). It ends with 0 when the action has"
                        + " started; if it prints anything, the first line is the id of the action execution."
            })
    private List<String> command = List.of();

    ConformanceCommand() {
        this(System::getenv);
    }

    ConformanceCommand(UnaryOperator<String> environment) {
        this.target = new Target(environment);
    }

    @Override
    public Integer call() {
        Endpoint endpoint = endpoint();
        Known known = known();
        loadAssertions();
        Asked asked = new Asked(endpoint);
        List<Finding> findings = Conformance.of(asked);
        Belongings belongings = asked.belongings();
        Result result = new Result(endpoint.uri(), findings, known, belongings.made(), belongings.left());
        PrintWriter out = spec.commandLine().getOut();
        out.print(TextReport.of(result));
        out.flush();
        reports.forEach((form, file) -> write(form, file, result));
        return result.conclusion().exitCode;
    }

    /** AssertJ greets when it is loaded, in the midst of what is printed here; it does so once. */
    private static void loadAssertions() {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            Assertions.assertThat(out).isNotNull();
        } finally {
            System.setOut(out);
        }
    }

    private Endpoint endpoint() {
        URI uri = target.uri();
        Caller caller = target.caller();
        Callers callers = callers();
        Map<String, Key> keys = new HashMap<>(callers.keys());
        keys.put(caller.name(), target.key());
        return new Endpoint(
                uri,
                InstantSource.system(),
                keys,
                caller,
                callers.strange(caller.account()),
                callers.administering(caller.account()),
                callers.foreign(caller.account()),
                starting(callers, caller.account()),
                passing == Passing.none ? Optional.empty() : Optional.of(PassTime.byWaiting(patience())),
                capabilities());
    }

    private Optional<Endpoint.Starting> starting(Callers callers, Account own) {
        if ((starting == Starting.command) == command.isEmpty()) {
            throw target.misuse("--start-actions command goes with a command after --, and only that does");
        }
        return switch (starting) {
            case none -> Optional.empty();
            case control -> Optional.of(control(callers));
            case pipelines ->
                Optional.of(new Endpoint.ByPipelines(
                        role == null ? "arn:aws:iam::" + own.id() + ":role/jobport-conformance" : role,
                        bucket,
                        patience()));
            case command -> Optional.of(new Endpoint.ByCommand(command, patience()));
        };
    }

    private Callers callers() {
        try {
            return callersFile == null ? Callers.NOBODY : Callers.read(callersFile);
        } catch (IOException e) {
            throw target.misuse("cannot read " + callersFile + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private Endpoint.Control control(Callers callers) {
        ControlApi api = new ControlApi(
                control == null ? target.uri() : control,
                whose -> callers.controlToken(whose).or(() -> target.variable("JOBPORT_TOKEN")));
        return new Endpoint.Control(api, api);
    }

    private Duration patience() {
        try {
            String upper = patience.toUpperCase(Locale.ROOT);
            return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
        } catch (DateTimeParseException e) {
            throw target.misuse("a duration is written like 90s or 5m, not " + patience);
        }
    }

    private Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (String name : has) {
            capabilities.add(BY_NAME.stream()
                    .filter(it -> it.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> target.misuse(
                            "--has takes third-party, register-types and artifact-credentials, not " + name)));
        }
        return capabilities;
    }

    private Known known() {
        if (baseline == null) {
            return Known.NONE;
        }
        try (BufferedReader lines = Files.newBufferedReader(baseline)) {
            return Known.read(lines);
        } catch (IOException | IllegalArgumentException e) {
            throw target.misuse("cannot read " + baseline + ": " + e.getMessage());
        }
    }

    private void write(Form form, Path file, Result result) {
        try {
            Files.writeString(
                    file,
                    switch (form) {
                        case junit -> JUnitReport.of(result);
                        case json -> JsonReport.of(result);
                        case md -> MarkdownReport.of(result);
                        case text -> TextReport.of(result);
                    });
        } catch (IOException e) {
            throw target.misuse("cannot write " + file + ": " + e.getMessage());
        }
    }
}
