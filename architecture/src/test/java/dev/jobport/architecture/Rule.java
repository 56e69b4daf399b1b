package dev.jobport.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * A rule of the architecture, the same for production and for its broken twin.
 *
 * @param name a true sentence, and the name of the twin's package
 * @param remedy what to do if it is broken
 */
record Rule(String name, String remedy, Function<Hexagon, ArchRule> in) {

    void check(Hexagon hexagon, JavaClasses classes) {
        List<String> violations = violations(in.apply(hexagon), classes);
        if (!violations.isEmpty()) {
            throw new AssertionError("%s is broken:%n  %s%nWhat to do: %s"
                    .formatted(name, String.join(System.lineSeparator() + "  ", violations), remedy));
        }
    }

    /** Whether or not there is anything that the rule speaks of. */
    List<String> violations(Hexagon hexagon, JavaClasses classes) {
        return violations(in.apply(hexagon).allowEmptyShould(true), classes);
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    @Override
    public String toString() {
        return name;
    }
}
