package dev.jobport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.contracts.Clause;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each promise to job workers has a name and a source, and people can read it. */
class ClausesTest {

    private static final Path PAGE = Path.of("../docs/contract.md");

    private static final String HEAD = """
            # What an endpoint is held to

            The contract as clauses: what an endpoint promises that speaks the protocol of job workers. They are the tests in [`contracts`](../contracts), and those of the wire in [`conformance`](../conformance), each with its id, its source, and where that stands. A clause that is *ours* answers a question that AWS leaves open; [decision 8](decisions/08-where-the-protocol-is-silent.md) and the decision named tell which. `./jobport conformance` asks them of any endpoint; see the [manual](manual.md#ask-an-endpoint-whether-it-conforms).

            """;

    @Test
    void each_test_of_the_contracts_of_job_workers_and_action_types_is_a_clause() {
        assertThat(Clauses.tests())
                .hasSizeGreaterThan(150)
                .filteredOn(test -> !test.isAnnotationPresent(Clause.class))
                .as("tests that need an id and a source in @Clause")
                .isEmpty();
    }

    @Test
    void no_two_clauses_have_the_same_id_and_each_belongs_to_a_family() {
        assertThat(Clauses.tests()).extracting(Clauses::id).doesNotHaveDuplicates();
        assertThat(Clauses.tests()).extracting(Clauses::family).containsOnlyElementsOf(Clauses.FAMILIES.keySet());
    }

    @Test
    void the_page_of_the_contract_says_what_the_clauses_say() throws IOException {
        String page = page();
        Path written =
                Files.writeString(Files.createDirectories(Path.of("target")).resolve("contract.md"), page);

        assertThat(Files.readString(PAGE))
                .as("%s; copy %s over it", PAGE, written)
                .isEqualTo(page);
    }

    private static String page() {
        Map<String, List<Method>> families = Clauses.inOrder().stream().collect(Collectors.groupingBy(Clauses::family));
        return HEAD
                + Clauses.FAMILIES.entrySet().stream()
                        .map(it -> "## " + it.getValue() + "\n\n| id | clause | source |\n|---|---|---|\n"
                                + families.get(it.getKey()).stream()
                                        .map(ClausesTest::row)
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    private static String row(Method test) {
        Clause clause = test.getAnnotation(Clause.class);
        String words = test.getName().replace('_', ' ');
        return "| %s | %s%s | %s: %s |\n"
                .formatted(
                        clause.id(),
                        Character.toUpperCase(words.charAt(0)),
                        words.substring(1),
                        clause.source(),
                        clause.where());
    }
}
