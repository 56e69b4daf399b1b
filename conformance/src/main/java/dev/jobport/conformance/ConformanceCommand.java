package dev.jobport.conformance;

import dev.jobport.application.driving.Caller;
import dev.jobport.conformance.control.ControlApi;
import dev.jobport.conformance.wire.Key;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypePattern;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
        control
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

    @Option(names = "--endpoint", required = true, paramLabel = "URL", description = "What is asked.")
    private URI uri;

    @Option(names = "--region", paramLabel = "REGION", description = "By default AWS_REGION, or us-east-1.")
    private String region;

    @Option(
            names = "--account",
            paramLabel = "ID",
            defaultValue = "000000000000",
            description = "Whose key it is. Default: ${DEFAULT-VALUE}")
    private String account;

    @Option(
            names = "--start-actions",
            paramLabel = "none|control",
            defaultValue = "none",
            description = "How actions start: not at all, or by Jobport's control API. Default: ${DEFAULT-VALUE}")
    private Starting starting;

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
            description = "The longest wait for one step of a clause. Default: ${DEFAULT-VALUE}")
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

    @Option(
            names = "--i-accept-costs-and-changes",
            description = "Ask AWS itself: it costs money, and makes and deletes custom action types.")
    private boolean accepted;

    private final UnaryOperator<String> environment;

    ConformanceCommand() {
        this(System::getenv);
    }

    ConformanceCommand(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Endpoint endpoint = endpoint();
        Known known = known();
        loadAssertions();
        Result result = new Result(uri, Conformance.of(endpoint), known);
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
        requireConsent();
        Account own = account();
        Callers callers = callers();
        Key key = new Key(
                variable("AWS_ACCESS_KEY_ID").orElseThrow(this::noKey),
                variable("AWS_SECRET_ACCESS_KEY").orElseThrow(this::noKey),
                variable("AWS_SESSION_TOKEN"));
        Map<String, Key> keys = new HashMap<>(callers.keys());
        keys.put(key.accessKeyId(), key);
        return new Endpoint(
                uri,
                InstantSource.system(),
                keys,
                new Caller(key.accessKeyId(), own, Set.of(ActionTypePattern.ANY), false, Optional.empty()),
                callers.strange(own),
                callers.administering(own),
                callers.foreign(own),
                starting == Starting.none ? Optional.empty() : Optional.of(control(callers)),
                passing == Passing.none ? Optional.empty() : Optional.of(PassTime.byWaiting(patience())),
                capabilities());
    }

    private void requireConsent() {
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw misuse("an endpoint is a URL like http://127.0.0.1:8460, not " + uri);
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.matches("(.*\\.)?(amazonaws\\.com(\\.cn)?|api\\.aws)\\.?") && !accepted) {
            throw misuse(
                    "that is AWS itself: it costs money, and custom action types are made and deleted; to go on, give"
                            + " --i-accept-costs-and-changes");
        }
    }

    private Account account() {
        String where = Optional.ofNullable(region)
                .or(() -> variable("AWS_REGION"))
                .or(() -> variable("AWS_DEFAULT_REGION"))
                .orElse("us-east-1");
        if (!account.matches("\\d{12}")) {
            throw misuse("an account has twelve digits, not " + account);
        }
        if (!where.matches("[a-z0-9-]+")) {
            throw misuse("a region is named like us-east-1, not " + where);
        }
        return new Account(account, where);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(it -> !it.isEmpty());
    }

    private ParameterException noKey() {
        return misuse("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to a key that the endpoint takes");
    }

    private Callers callers() {
        try {
            return callersFile == null ? Callers.NOBODY : Callers.read(callersFile);
        } catch (IOException e) {
            throw misuse("cannot read " + callersFile + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private Endpoint.Control control(Callers callers) {
        ControlApi api = new ControlApi(
                control == null ? uri : control,
                whose -> callers.controlToken(whose).or(() -> variable("JOBPORT_TOKEN")));
        return new Endpoint.Control(api, api);
    }

    private Duration patience() {
        try {
            String upper = patience.toUpperCase(Locale.ROOT);
            return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
        } catch (DateTimeParseException e) {
            throw misuse("a duration is written like 90s or 5m, not " + patience);
        }
    }

    private Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (String name : has) {
            capabilities.add(BY_NAME.stream()
                    .filter(it -> it.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            misuse("--has takes third-party, register-types and artifact-credentials, not " + name)));
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
            throw misuse("cannot read " + baseline + ": " + e.getMessage());
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
            throw misuse("cannot write " + file + ": " + e.getMessage());
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
