package dev.jobport.junit;

import dev.jobport.verdict.Conclusion;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.ActionStarted;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.report.EventLog;
import dev.jobport.verdict.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.TestAbortedException;

/** What is said of the worker when a test, or the class with the lab, is over. */
record EndOfTest(RunningLab running, ExtensionContext context) {

    /** With the first and the last, which are not of the history. */
    private static final int LINES = 200;

    private static final String FILE = "jobport-history.jsonl";

    /** The lab ends too. */
    void judge() {
        List<String> complaints = new ArrayList<>();
        if (!wasAborted()) {
            verdict().ifPresent(complaints::add);
            if (complaints.isEmpty()) {
                missedFaults().ifPresent(complaints::add);
            }
        }
        complain(complaints);
    }

    /** The lab goes on with the next test, which has its own work, and in which other things go wrong. */
    void goOn() {
        List<String> complaints =
                wasAborted() ? List.of() : missedFaults().stream().toList();
        running.lab().faults().clear();
        running.lab().stopActions();
        complain(complaints);
    }

    /** Others still use the lab, so it is too early to say anything. */
    void tell() {
        complain(List.of());
    }

    private void complain(List<String> complaints) {
        if (hasFailed() || !complaints.isEmpty()) {
            show(running.lab().history());
        }
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }

    private boolean hasFailed() {
        return context.getExecutionException().isPresent() && !wasAborted();
    }

    private boolean wasAborted() {
        return context.getExecutionException()
                .filter(TestAbortedException.class::isInstance)
                .isPresent();
    }

    private Optional<String> verdict() {
        Verdict verdict = running.lab().verdict();
        Conclusion conclusion = verdict.conclusion(running.demands());
        boolean isGood =
                conclusion == Conclusion.KEPT || conclusion == Conclusion.INCONCLUSIVE && !isSuspicious(verdict);
        return isGood ? Optional.empty() : Optional.of(Report.TEXT.of(verdict, running.demands()));
    }

    /** Whether a rule failed itself, or there was work and no worker was seen. A test without work proves nothing, and may. */
    private boolean isSuspicious(Verdict verdict) {
        Predicate<Status> never = it -> it == Status.NOT_EXERCISED || it == Status.NOT_OBSERVABLE;
        return verdict.judgements().stream().anyMatch(it -> it.failure().isPresent())
                || verdict.judgements().stream().allMatch(it -> never.test(it.status()))
                        && running.lab().history().events().stream().anyMatch(ActionStarted.class::isInstance);
    }

    private Optional<String> missedFaults() {
        List<String> missed = running.lab().faults().missed();
        return hasFailed() || missed.isEmpty()
                ? Optional.empty()
                : Optional.of("Jobport: what was planned never happened: " + String.join(", ", missed));
    }

    /** In one piece, because other tests print too. */
    private void show(History history) {
        List<String> lines = new ArrayList<>();
        lines.add("Jobport: what was seen in " + context.getDisplayName() + " (seed "
                + running.lab().seed() + ")");
        EventLog.last(LINES - 3, history).forEach(line -> lines.add("  " + line));
        publish(history).ifPresent(lines::add);
        System.out.println(String.join("\n", lines));
    }

    /** As a folder, because JUnit has changed how files are published. */
    private Optional<String> publish(History history) {
        List<Path> written = new ArrayList<>();
        try {
            context.publishDirectory(
                    "jobport",
                    folder -> written.add(
                            Files.write(folder.resolve(FILE), (Iterable<String>) HistoryLines.of(history)::iterator)));
        } catch (JUnitException e) {
            return Optional.of("The history could not be written: " + e.getMessage());
        }
        return written.stream().map(file -> "The whole history: " + file).findFirst();
    }
}
