package dev.jobport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents speak of what there is. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DECISIONS = ROOT.resolve("docs/decisions");
    private static final Path COURSE = ROOT.resolve("docs/course");
    private static final Documents DOCUMENTS = Documents.of(ROOT);

    /** Words in backticks that look like classes or paths of ours: of the JDK, and what was rejected. */
    private static final Set<String> NOT_OURS = Set.of(
            "RuntimeException",
            "Throwable",
            "Runnable",
            "ServiceLoader",
            "Containerfile",
            "JobStatus.IN_PROGRESS",
            "Protocol");

    private static final List<String> PARTS = List.of("Status", "Context", "Decision", "Cost", "Rejected");
    private static final Pattern PART = Pattern.compile("(?m)^\\*\\*([A-Z][a-z]+)\\.\\*\\*");

    /** Number, title, and the status without what the other page did. */
    private static final Pattern DECISION =
            Pattern.compile("(?s)# (\\d+)\\. ([^\n]+)\n\n\\*\\*Status\\.\\*\\* ([^\n]+?)(?:, which [^\n]+|\\.)\n.*");

    /** Number and title, and then the status. */
    private static final Pattern ROW = Pattern.compile("(?m)^(\\| \\d+ \\| .+?) \\| .+?( \\| .+) \\|$");

    @Test
    void every_link_leads_somewhere() {
        assertThat(faults(DOCUMENTS::brokenLinks)).isEmpty();
    }

    @Test
    void every_class_in_backticks_exists() {
        assertThat(faults((file, text) -> DOCUMENTS.unknownClasses(text).filter(it -> !NOT_OURS.contains(it))))
                .as("in backticks and no class or member; a name that is not ours belongs to NOT_OURS")
                .isEmpty();
    }

    @Test
    void every_path_in_backticks_exists() {
        assertThat(faults((file, text) -> DOCUMENTS.unknownPaths(file, text).filter(it -> !NOT_OURS.contains(it))))
                .as("in backticks and no file or folder; what is no path belongs to NOT_OURS")
                .isEmpty();
    }

    @Test
    void every_quote_of_code_is_in_the_code() {
        assertThat(faults((file, text) -> isOfTheCourse(file) ? Quotes.wrong(file, text) : Stream.empty()))
                .as("blocks of Java that are not in the file to which the line above them links")
                .isEmpty();
    }

    private static boolean isOfTheCourse(Path file) {
        return file.startsWith(COURSE) || file.equals(ROOT.resolve("README.md"));
    }

    @Test
    void a_quote_that_is_not_in_the_code_is_found() {
        Path file = COURSE.resolve("README.md");
        String link = "See [Rule](../../architecture/src/test/java/dev/jobport/architecture/Rule.java):\n\n";

        assertThat(Quotes.wrong(file, link + "   ```java\n   record   Rule(String name\n   ```\n"))
                .isEmpty();
        assertThat(Quotes.wrong(file, link + "```java\nrecord Rules(String name\n```\n"))
                .containsExactly("record Rules(String name");
        assertThat(Quotes.wrong(file, "No file is named:\n```java\nrecord Rule(String name\n```\n"))
                .containsExactly("record Rule(String name");
        assertThat(DOCUMENTS.texts().keySet())
                .filteredOn(DocumentsTest::isOfTheCourse)
                .hasSizeGreaterThan(9);
    }

    @Test
    void what_does_not_exist_is_found() {
        Path file = DECISIONS.resolve("README.md");
        String text = "# One `two` (three)\n"
                + "[a](nowhere.md) [b](#nowhere) [c](../glossary.md#nowhere) [d](../glossary.md#glossary)"
                + " [e](#one-two-three) `Nowhere.at` `Job.nowhere(now)` `Job.stop` `docs/nowhere.md`"
                + " `docs/decisions`\n";

        assertThat(DOCUMENTS.brokenLinks(file, text))
                .containsExactly("nowhere.md", "#nowhere", "../glossary.md#nowhere");
        assertThat(DOCUMENTS.unknownClasses(text)).containsExactly("Nowhere.at", "Job.nowhere(now)");
        assertThat(DOCUMENTS.unknownPaths(file, text)).containsExactly("docs/nowhere.md");
    }

    @Test
    void every_decision_has_the_same_parts() {
        assertThat(decisions()).hasSizeGreaterThan(30);
        assertThat(decisions().entrySet().stream()
                        .map(it -> it.getKey() + " has " + parts(it.getValue()))
                        .filter(it -> !it.endsWith(" has " + PARTS)))
                .as("pages that have other parts than " + PARTS)
                .isEmpty();
    }

    private static List<String> parts(String page) {
        return PART.matcher(page).results().map(it -> it.group(1)).toList();
    }

    @Test
    void the_index_of_decisions_tells_the_title_and_the_status_of_each() {
        String index = DOCUMENTS.texts().get(DECISIONS.resolve("README.md").normalize());

        assertThat(ROW.matcher(index).results().map(row -> Documents.withoutLinks(row.group(1) + row.group(2))))
                .containsExactlyInAnyOrderElementsOf(decisions().entrySet().stream()
                        .map(it -> row(it.getKey(), it.getValue()))
                        .toList());
    }

    private static String row(String file, String page) {
        Matcher decision = DECISION.matcher(page);
        assertThat(decision.matches())
                .as(file + " has a number, a title and a status")
                .isTrue();
        assertThat(file).startsWith(decision.group(1).length() == 1 ? "0" + decision.group(1) : decision.group(1));
        return "| %s | %s | %s"
                .formatted(decision.group(1), decision.group(2), Documents.withoutLinks(decision.group(3)));
    }

    /** By the name of the file, what it says. */
    private static Map<String, String> decisions() {
        Map<String, String> decisions = new TreeMap<>();
        DOCUMENTS.texts().forEach((file, text) -> {
            String name = file.getFileName().toString();
            if (file.startsWith(DECISIONS) && !name.equals("README.md")) {
                decisions.put(name, text);
            }
        });
        return decisions;
    }

    private static List<String> faults(BiFunction<Path, String, Stream<String>> found) {
        return DOCUMENTS.texts().entrySet().stream()
                .flatMap(it -> found.apply(it.getKey(), it.getValue()).map(fault -> it.getKey() + ": " + fault))
                .distinct()
                .sorted()
                .toList();
    }
}
