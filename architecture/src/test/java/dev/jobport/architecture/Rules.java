package dev.jobport.architecture;

import java.util.List;
import java.util.stream.Stream;

/** All rules of the architecture. Who adds one adds its broken twin, or the tests fail. */
final class Rules {

    static final List<Rule> ALL = Stream.of(CoreRules.ALL, AdapterRules.ALL, LabRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}
}
