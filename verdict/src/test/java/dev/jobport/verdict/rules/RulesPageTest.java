package dev.jobport.verdict.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Rule;
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

    private static final String HEAD = """
        # What job workers are held to

        The rules of %s, as the module [`verdict`](../verdict) judges them. [Decision 39](decisions/39-the-verdict-is-a-pure-checker.md) tells how, and [decision 40](decisions/40-rules-have-ids-and-sources.md) what a source and a severity mean. If a rule is wrong about a worker, open an issue with its id and the history: a rule that loses a dispute is lowered or retired in the next set.

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
                "* " + capitalized(rule.severity().name()) + ". " + rule.source() + ".",
                "* Seen from: " + needs + ". Exercised by " + rule.exercisedBy() + ".",
                "* " + rule.advice());
        return Stream.concat(lines.stream(), Stream.of("")).collect(Collectors.joining("\n"));
    }

    private static String capitalized(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
