package dev.jobport.verdict.rules;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How a rule is shown to work: a story that keeps it, the same with one event otherwise, which breaks it, and one in
 * which it is not exercised.
 *
 * @param consequences the other rules that the broken story breaks
 */
record Case(String rule, String sin, Story sound, Story broken, Story unexercised, Set<String> consequences) {

    static Case of(
            String rule,
            String sin,
            Supplier<Story> sound,
            UnaryOperator<Story> breakIt,
            Supplier<Story> unexercised,
            String... consequences) {
        return new Case(
                rule,
                sin,
                sound.get(),
                breakIt.apply(sound.get()),
                unexercised.get(),
                Set.copyOf(List.of(consequences)));
    }

    @Override
    public String toString() {
        return rule + ": " + sin;
    }
}
