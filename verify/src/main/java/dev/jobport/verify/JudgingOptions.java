package dev.jobport.verify;

import dev.jobport.verdict.Conclusion;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.report.Report;
import dev.jobport.verdict.rules.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a history is judged, and what is told of it. */
public final class JudgingOptions {

    /** What can be written into a file. */
    enum Form {
        junit,
        json,
        md,
        text,
        history
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--rules", paramLabel = "DATE", description = "The set of rules; the newest by default.")
    private String date;

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning|advice",
            defaultValue = "error",
            description = "How severe a broken rule must be to fail; by default ${DEFAULT-VALUE}.")
    private String failOn;

    @Option(
            names = "--require",
            paramLabel = "RULES",
            split = ",",
            description = "Rules that have to be exercised, such as CLAIM-3,REPORT-2; otherwise the exit code is 3.")
    private List<String> required = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Rules that are known to be broken, a line each with a reason; only others fail.")
    private Path baselineFile;

    @Option(names = "--strict-baseline", description = "Fail if a rule of the baseline is kept by now.")
    private boolean strict;

    @Option(
            names = "--report",
            paramLabel = "FORM=FILE",
            split = ",",
            description = "Write reports: junit, json, md, text, and history, which can be judged again.")
    private Map<Form, Path> reports = new LinkedHashMap<>();

    /** Where a history is written that breaks a rule, if no place is given; null for one that is kept already. */
    private Path usualHistory;

    private Demands demands;
    private Baseline baseline;
    private RuleSet rules;

    /** What is broken is written there unless a place is given. */
    void keepHistoryAt(Path file) {
        usualHistory = file;
    }

    /** Before anything is done, so that a mistake costs no time. */
    public void check() {
        try {
            rules = date == null ? RuleSet.newest() : RuleSet.of(date);
            Set<RuleId> ids = new LinkedHashSet<>();
            required.forEach(it -> ids.add(known(RuleId.of(it.strip()))));
            demands = new Demands(severity(), ids);
            baseline = baselineFile == null ? Baseline.NONE : Baseline.read(baselineFile);
            baseline.known().keySet().forEach(this::known);
            reports.values().forEach(JudgingOptions::checkFile);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        } catch (IOException e) {
            throw misuse("cannot read " + baselineFile + ": " + e.getMessage());
        }
    }

    /** Whatever takes a minute is not done in vain. */
    private static void checkFile(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        boolean exists = Files.exists(file);
        if (Files.isDirectory(file) || !Files.isWritable(exists ? file : folder)) {
            throw new IllegalArgumentException("cannot write " + file);
        }
    }

    private RuleId known(RuleId id) {
        if (rules.rules().stream().noneMatch(it -> it.id().equals(id))) {
            throw new IllegalArgumentException("the rules of " + rules.date() + " know no " + id);
        }
        return id;
    }

    private Severity severity() {
        for (Severity each : Severity.values()) {
            if (each.name().equalsIgnoreCase(failOn)) {
                return each;
            }
        }
        throw new IllegalArgumentException("--fail-on takes error, warning or advice, not " + failOn);
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    RuleSet rules() {
        return rules;
    }

    /**
     * Tells and writes the verdict.
     *
     * @return the exit code
     */
    public int judge(History history, PrintWriter out) {
        return judge(history, rules.judge(history), out);
    }

    int judge(History history, Verdict all, PrintWriter out) {
        Verdict verdict = baseline.without(all);
        out.println();
        out.print(Report.TEXT.of(verdict, demands));
        baseline.known().forEach((id, reason) -> {
            if (all.of(id).status() == Status.BROKEN) {
                out.println("    known: " + id + " is broken; " + reason);
            }
        });
        List<RuleId> stale = baseline.stale(all);
        stale.forEach(id -> out.println("    " + id + " is kept by now; strike it out of " + baselineFile));
        write(history, verdict);
        Conclusion conclusion = verdict.conclusion(demands);
        tellWhereHistoryIs(history, conclusion, out);
        out.flush();
        return strict && !stale.isEmpty() ? Conclusion.BROKEN.exitCode() : conclusion.exitCode();
    }

    /** Whoever wants to dispute what is broken needs it, and cannot have the same again. */
    private void tellWhereHistoryIs(History history, Conclusion conclusion, PrintWriter out) {
        Path file = reports.getOrDefault(Form.history, conclusion == Conclusion.BROKEN ? usualHistory : null);
        if (file == null) {
            return;
        }
        if (!reports.containsKey(Form.history)) {
            try {
                Files.writeString(file, lines(history));
            } catch (IOException e) {
                out.println("    history: not written, " + e.getMessage());
                return;
            }
        }
        out.println("    history: " + file + " (jobport verdict " + file + " judges it again)");
    }

    void write(History history, Verdict verdict) {
        reports.forEach((form, file) -> {
            try {
                Files.writeString(
                        file,
                        switch (form) {
                            case junit -> Report.JUNIT.of(verdict, demands);
                            case json -> Report.JSON.of(verdict, demands) + "\n";
                            case md -> Report.MARKDOWN.of(verdict, demands);
                            case text -> Report.TEXT.of(verdict, demands);
                            case history -> lines(history);
                        });
            } catch (IOException e) {
                throw misuse("cannot write " + file + ": " + e.getMessage());
            }
        });
    }

    private static String lines(History history) {
        StringBuilder lines = new StringBuilder();
        HistoryLines.of(history).forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }
}
