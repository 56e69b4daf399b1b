package dev.jobport.verify;

import dev.jobport.cli.Legible;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Expectations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a job worker of any language in a lab, and judges it. */
@Command(
        name = "verify-worker",
        description = {
            "Run a job worker in a lab of its own, do to it what can happen to a worker, and tell which rules it keeps.",
            "It exits with 0 if all rules that could be broken were kept, 1 if one was broken, 2 if it was called"
                    + " wrongly, 3 if nothing can be concluded, and 4 if the worker could not be run or never polled."
        },
        mixinStandardHelpOptions = true)
final class VerifyWorkerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--action-type",
            required = true,
            paramLabel = "TYPE",
            description = "Whose jobs the worker polls for, such as Custom/Build/Own/1.")
    private String actionType;

    @Option(names = "--job", paramLabel = "K=V", description = "The configuration of a job whose work succeeds.")
    private Map<String, String> usual;

    @Option(names = "--failing-job", paramLabel = "K=V", description = "Of a job whose work fails.")
    private Map<String, String> failing;

    @Option(
            names = "--continuing-job",
            paramLabel = "K=V",
            description = "Of a job that the worker reports with a continuation token.")
    private Map<String, String> continuing;

    @Option(names = "--slow-job", paramLabel = "K=V", description = "Of a job whose work takes more than 20 s.")
    private Map<String, String> slow;

    @Option(names = "--quick", description = "Only the scenarios that show the most in the least time.")
    private boolean quick;

    @Option(names = "--scenario", paramLabel = "NAME", description = "Only these scenarios or groups.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--seed", paramLabel = "N", description = "Of the lab's names and random choices; any by default.")
    private Long seed;

    @Option(
            names = "--poll-interval",
            paramLabel = "D",
            converter = Span.class,
            description = "How long the worker is meant to wait after an empty poll, such as 30s.")
    private Duration pollInterval;

    @Option(
            names = "--max-continuations",
            paramLabel = "N",
            description = "How often an action may go on without an end; by default ${DEFAULT-VALUE}.")
    private int continuations = Expectations.USUAL.continuations();

    @Option(
            names = "--watch",
            paramLabel = "D",
            converter = Span.class,
            description = "How long it is watched at the end; by default two polls, and 2 s at least.")
    private Duration watch;

    @Option(
            names = "--patience",
            paramLabel = "D",
            converter = Span.class,
            description = "How long it may do nothing with a job in hand; by default 60s. A job may take so long.")
    private Duration patience;

    @Option(names = "--dry-run", description = "Only list the scenarios, and the rules.")
    private boolean dry;

    @Mixin
    private TraitOptions traits;

    @Mixin
    private JudgingOptions judging;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "What starts the worker, after --. {endpoint} and {actionType} in it are replaced.")
    private List<String> command;

    private final Path usualHistory;

    VerifyWorkerCommand() {
        this(Path.of("jobport-history.jsonl"));
    }

    /** @param usualHistory where the history of a worker that breaks a rule goes */
    VerifyWorkerCommand(Path usualHistory) {
        this.usualHistory = usualHistory;
    }

    @Override
    public Integer call() {
        judging.check();
        judging.keepHistoryAt(usualHistory);
        Given given = given();
        only.forEach(this::checkScenario);
        PrintWriter out = spec.commandLine().getOut();
        if (dry) {
            list(given, out);
            return 0;
        }
        if (command == null) {
            throw misuse("the worker's command is missing; write it after --");
        }
        try {
            return run(given, out);
        } catch (IllegalStateException | AssertionError e) {
            spec.commandLine().getErr().println("verify-worker: " + Legible.line(String.valueOf(e.getMessage())));
            return Outcome.INCONCLUSIVE;
        }
    }

    private int run(Given given, PrintWriter out) {
        Progress progress = new Progress(
                line -> {
                    out.println(line);
                    out.flush();
                },
                judging.rules());
        Programme.Result result = new Programme(given, ChildWorker.of(command, actionType), progress).run();
        if (result.failure().isPresent()) {
            PrintWriter err = spec.commandLine().getErr();
            err.print("verify-worker: ");
            result.failure().get().lines().forEach(line -> err.println(Legible.line(line)));
            judging.write(
                    result.history(),
                    judging.rules()
                            .judge(result.history())
                            .doubting(result.failure().get().lines().findFirst().orElseThrow()));
            return Outcome.NO_WORKER;
        }
        Verdict verdict = judging.rules().judge(result.history());
        int code = judging.judge(
                result.history(),
                result.endedEarly()
                        .map(it -> verdict.doubting(
                                "the worker ended by itself in '" + it + "', and nothing after it was played"))
                        .orElse(verdict),
                out);
        leftOut(given, out);
        out.flush();
        return code;
    }

    private Given given() {
        Map<Kind, Map<String, String>> jobs = new EnumMap<>(Kind.class);
        put(jobs, Kind.USUAL, usual);
        put(jobs, Kind.FAILING, failing);
        put(jobs, Kind.CONTINUING, continuing);
        put(jobs, Kind.SLOW, slow);
        Tempo tempo = patience == null ? Tempo.USUAL : Tempo.USUAL.withPatience(patience);
        if (!actionType.matches("(Custom|ThirdParty)/[^/]+/[^/]+/[^/]+")) {
            throw misuse("an action type is named like Custom/Build/Own/1, not " + actionType);
        }
        Given given = new Given(
                actionType,
                jobs,
                traits.traits(),
                quick,
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                only,
                Optional.ofNullable(pollInterval),
                continuations,
                watch == null ? tempo : tempo.withWatch(watch));
        traits.check(given.traits(), given.properties());
        return given;
    }

    private static void put(Map<Kind, Map<String, String>> jobs, Kind kind, Map<String, String> configuration) {
        if (configuration != null) {
            jobs.put(kind, configuration);
        }
    }

    private void checkScenario(String name) {
        if (Scenarios.ALL.stream()
                .noneMatch(it -> it.name().equals(name) || it.group().toString().equals(name))) {
            throw misuse("there is no scenario or group '" + name + "'; --dry-run lists them");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void list(Given given, PrintWriter out) {
        for (Scenario it : Scenarios.ALL) {
            String not = it.isLeftOut(given, true).map(why -> "  (" + why + ")").orElse("");
            out.printf(Locale.ROOT, " %-9s %s%s%n", it.group(), it.name(), not);
        }
        out.println();
        judging.rules()
                .rules()
                .forEach(it -> out.printf(
                        Locale.ROOT,
                        " %-10s %-8s %s%n",
                        it.id(),
                        it.severity().name().toLowerCase(Locale.ROOT),
                        it.statement()));
        out.flush();
    }

    private static void leftOut(Given given, PrintWriter out) {
        for (Scenario it : Scenarios.ALL) {
            it.isLeftOut(given, true)
                    .filter(why -> why.startsWith("give"))
                    .ifPresent(why -> out.println("    not played: " + it.name() + " (" + why + ")"));
        }
    }
}
