package dev.jobport.verdict.report;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Verdict;
import java.util.function.BiFunction;

/** The forms in which a verdict is told. */
public enum Report {
    /** For a terminal, or the message of a failed test. */
    TEXT((verdict, demands) -> new TextReport(verdict, demands).text()),
    /** For programs: {@code jobport-verdict/1}, on one line. */
    JSON(JsonReport::of),
    /** For build servers: the XML that JUnit's runners write. */
    JUNIT((verdict, demands) -> new JUnitReport(verdict, demands).xml()),
    /** For pull requests and the summaries of builds. */
    MARKDOWN((verdict, demands) -> new MarkdownReport(verdict, demands).text());

    private final BiFunction<Verdict, Demands, String> form;

    Report(BiFunction<Verdict, Demands, String> form) {
        this.form = form;
    }

    public String of(Verdict verdict, Demands demands) {
        return form.apply(verdict, demands);
    }
}
