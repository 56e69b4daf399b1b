package dev.jobport.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Production keeps every rule, and every rule catches the twin that breaks it: a rule that cannot fail proves nothing. */
class ArchitectureTest {

    private static final String ROOT = "dev.jobport";

    /**
     * Below it each folder carries the name of a rule and commits exactly the sin that the rule forbids; the classes
     * that commit it are named {@code Sinner…}, and those beside them do what is allowed.
     */
    private static final String TWINS = "dev.jobport.architecture.twins";

    /** The main classes of the modules; contracts are tests that others may use. */
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/dev/jobport/contracts/"))
            .importPackages(ROOT);

    private static final JavaClasses WITH_CONTRACTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final JavaClasses ALL_TWINS = new ClassFileImporter().importPackages(TWINS);

    private static final List<Rule> RULES = Rules.ALL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("RULES")
    void production_keeps_the_rule(Rule rule) {
        rule.check(new Hexagon(ROOT), PRODUCTION);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("RULES")
    void the_broken_twin_is_caught_and_the_sinners_are_named(Rule rule) {
        JavaClasses twin = twinOf(rule);
        List<String> sinners = twin.stream()
                .filter(type -> type.getSimpleName().startsWith("Sinner"))
                .map(JavaClass::getName)
                .toList();

        assertThat(sinners).isNotEmpty();
        assertThatThrownBy(() -> rule.check(new Hexagon(rootOf(rule)), twin))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(rule.name())
                .hasMessageEndingWith(rule.remedy())
                .message()
                .contains(sinners);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("RULES")
    void a_twin_commits_no_other_sin(Rule twinsRule) {
        for (Rule rule : RULES) {
            List<String> violations = violations(rule, twinsRule);
            if (rule.equals(twinsRule)) {
                assertThat(violations).isNotEmpty().allMatch(violation -> violation.contains("Sinner"));
            } else {
                assertThat(violations).as(rule.name()).isEmpty();
            }
        }
    }

    private static List<String> violations(Rule rule, Rule twinsRule) {
        return rule.violations(new Hexagon(rootOf(twinsRule)), twinOf(twinsRule)).stream()
                .filter(violation -> !violation.endsWith("is empty")) // a twin has only the layers that it needs
                .toList();
    }

    @Test
    void every_rule_has_its_twin_and_every_twin_its_rule() {
        Set<String> twins = ALL_TWINS.stream()
                .map(type -> type.getPackageName().substring(TWINS.length() + 1).split("\\.")[0])
                .collect(Collectors.toSet());

        assertThat(RULES).extracting(Rule::name).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(twins);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("RULES")
    void all_that_the_rule_speaks_of_exists_in_production(Rule rule) {
        Hexagon hexagon = new Hexagon(ROOT);
        rule.violations(hexagon, PRODUCTION);

        assertThat(hexagon.packages())
                .allSatisfy(name -> assertThat(WITH_CONTRACTS)
                        .anyMatch(type -> (type.getPackageName() + ".").startsWith(name + ".")));
        assertThat(hexagon.classes()).allMatch(PRODUCTION::contain);
        assertThat(hexagon.libraries())
                .allSatisfy(name -> assertThat(PRODUCTION)
                        .flatMap(JavaClass::getDirectDependenciesFromSelf)
                        .anyMatch(it -> it.getTargetClass().getPackageName().startsWith(name)));
    }

    @Test
    void the_main_sources_of_every_module_are_looked_at() throws IOException {
        List<String> modules = Pattern.compile(
                        "<module>(?!bom|distribution|architecture|examples/|verification/)(.+)</")
                .matcher(Files.readString(Path.of("../pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();

        assertThat(modules).contains("domain", "application", "adapters-http", "bootstrap");
        for (String module : modules) {
            assertThat(packagesIn(Path.of("..", module, "src/main/java")))
                    .as("packages of %s; it belongs into the list in architecture/pom.xml", module)
                    .isNotEmpty()
                    .allMatch(name -> WITH_CONTRACTS.stream()
                            .anyMatch(type -> type.getPackageName().equals(name)));
        }
    }

    private static Set<String> packagesIn(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().matches("(package|module)-info\\.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace(File.separatorChar, '.'))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void who_may_catch_refusals_does() {
        Rule withoutPlaces = new Rule("nobody", "", it -> Catching.rule(it, Set.of()));
        List<String> violations = withoutPlaces.violations(new Hexagon(ROOT), PRODUCTION);

        assertThat(Catching.PLACES.keySet())
                .allSatisfy(place -> assertThat(violations).anyMatch(it -> it.startsWith(ROOT + "." + place)));
    }

    @Test
    void the_map_tells_of_every_rule() throws IOException {
        assertThat(Pattern.compile("(?m)^\\| `([a-z]+_[a-z_]+)` \\|")
                        .matcher(Files.readString(Path.of("../docs/architecture.md")))
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        RULES.stream().map(Rule::name).toList());
    }

    @Test
    void no_test_is_looked_at() {
        assertThat(PRODUCTION)
                .extracting(type -> type.getPackageName().split("\\.")[2])
                .contains("domain", "application", "adapters", "bootstrap")
                .doesNotContain("architecture", "contracts");
    }

    @Test
    void an_adapter_that_has_declared_no_role_sees_neither_side() {
        String tomorrow = "dev.jobport.architecture.tomorrow";
        JavaClasses notifier = new ClassFileImporter().importPackages(tomorrow);

        assertThat(RULES.stream()
                        .filter(rule -> rule.violations(new Hexagon(tomorrow), notifier).stream()
                                .anyMatch(violation -> violation.contains("Notifier"))))
                .extracting(Rule::name)
                .containsExactlyInAnyOrder(
                        "every_adapter_declares_its_role",
                        "driving_adapters_see_driving_ports_only",
                        "driven_adapters_see_driven_ports_only");
    }

    private static String rootOf(Rule rule) {
        return TWINS + "." + rule.name();
    }

    private static JavaClasses twinOf(Rule rule) {
        return ALL_TWINS.that(resideInAPackage(rootOf(rule) + ".."));
    }
}
