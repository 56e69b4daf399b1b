package dev.jobport.verdict.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.Finding;
import dev.jobport.verdict.Rule;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.report.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of rules that people read says what the rules say. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/rules.md");

    private static final int LINES = 8;

    private static final String HEAD = """
        # What job workers are held to

        The rules of %s, as the module [`verdict`](../verdict) judges them. [Decision 39](decisions/39-the-verdict-is-a-pure-checker.md) tells how, and [decision 40](decisions/40-rules-have-ids-and-sources.md) what a source and a severity mean.

        ## How to dispute a rule

        `verify-worker` leaves `jobport-history.jsonl` when a rule is broken, and a failed JUnit test names its file; neither holds a secret. Open an issue with the id of the rule, that file, and what your worker should have done instead in your view. `./jobport verdict jobport-history.jsonl` judges it again, so the dispute is about the same events for all. The history becomes a case of the tests. A rule that loses a dispute is lowered or retired in the next set; whoever pins a set by `--rules` keeps it as it was.

        ## How to read a rule

        *Error*: AWS says so, or work is lost. *Warning*: it works, and will hurt somebody. *Advice*: AWS is silent, and we recommend it. *Seen from* says where a rule looks: *wire* is requests and answers; *life* is how jobs changed; *artifacts* is requests for files; *output* is what the worker printed; *process* is its start, signals and end.

        """;

    @Test
    void the_page_says_what_the_rules_say() throws IOException {
        String page = page();
        Path written =
                Files.writeString(Files.createDirectories(Path.of("target")).resolve("rules.md"), page);

        assertThat(Files.readString(PAGE))
                .as("%s; copy %s over it", PAGE, written)
                .isEqualTo(page);
    }

    private static String page() {
        RuleSet set = RuleSet.newest();
        return HEAD.formatted(set.date())
                + set.rules().stream().map(RulesPageTest::section).collect(Collectors.joining("\n"));
    }

    private static String section(Rule rule) {
        String needs = rule.needs().stream()
                .sorted()
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        List<String> lines = List.of(
                "## " + rule.id() + ": " + rule.statement(),
                "",
                rule.why(),
                "",
                "* " + capitalized(rule.severity().name()) + ". " + rule.source() + ".",
                "* Seen from: " + needs + ". Exercised by " + rule.exercisedBy() + ".",
                "* " + rule.advice());
        return Stream.of(lines, example(rule), List.of(""))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    /** As the tests of the rule have it: what a worker does that breaks it, and what one does that keeps it. */
    private static List<String> example(Rule rule) {
        Case first = EveryRuleTest.cases()
                .filter(it -> it.rule().equals(rule.id().toString()))
                .findFirst()
                .orElseThrow();
        History broken = first.broken().told();
        Finding finding = RuleSet.newest().judge(broken).of(rule.id()).broken().get(0);
        List<Event> evidence = finding.evidence().stream().map(Evidence::event).toList();
        return Stream.of(
                        List.of("", "Wrong: " + first.sin() + ".", "", "```text", finding.text()),
                        EventLog.last(LINES, new History(broken.heading(), evidence, 0)),
                        List.of("```", "", "Right:", "", "```text"),
                        EventLog.last(LINES, first.sound().told()),
                        List.of("```"))
                .flatMap(List::stream)
                .toList();
    }

    private static String capitalized(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
