package dev.jobport.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * A rule of the architecture, the same for production and for its broken twin.
 *
 * @param name a true sentence, and the name of the twin's package
 * @param remedy what to do if it is broken
 */
record Rule(String name, String remedy, Function<Hexagon, ArchRule> in) {

    ArchRule in(Hexagon hexagon) {
        return in.apply(hexagon).as(name + ". " + remedy);
    }

    @Override
    public String toString() {
        return name;
    }
}
