package dev.jobport.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final JavaClasses ALL_TWINS = new ClassFileImporter().importPackages(TWINS);

    private static final List<Rule> RULES = Rules.ALL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("RULES")
    void production_keeps_the_rule(Rule rule) {
        rule.in(new Hexagon(ROOT)).check(PRODUCTION);
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
        assertThatThrownBy(() -> rule.in(new Hexagon(rootOf(rule))).check(twin))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.name())
                .hasMessageContaining(rule.remedy())
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
        return rule
                .in(new Hexagon(rootOf(twinsRule)))
                .allowEmptyShould(true)
                .evaluate(twinOf(twinsRule))
                .getFailureReport()
                .getDetails()
                .stream()
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
        rule.in(hexagon);

        assertThat(hexagon.packages())
                .allSatisfy(name ->
                        assertThat(PRODUCTION).anyMatch(type -> (type.getPackageName() + ".").startsWith(name + ".")));
        assertThat(hexagon.classes()).allMatch(PRODUCTION::contain);
        assertThat(hexagon.libraries())
                .allSatisfy(name -> assertThat(PRODUCTION)
                        .flatMap(JavaClass::getDirectDependenciesFromSelf)
                        .anyMatch(it -> it.getTargetClass().getPackageName().startsWith(name)));
    }

    @Test
    void every_module_is_looked_at_and_no_test_is() {
        assertThat(PRODUCTION)
                .extracting(type -> type.getPackageName().split("\\.")[2])
                .contains("domain", "application", "adapters", "bootstrap")
                .doesNotContain("architecture", "contracts");
    }

    private static String rootOf(Rule rule) {
        return TWINS + "." + rule.name();
    }

    private static JavaClasses twinOf(Rule rule) {
        return ALL_TWINS.that(resideInAPackage(rootOf(rule) + ".."));
    }
}
