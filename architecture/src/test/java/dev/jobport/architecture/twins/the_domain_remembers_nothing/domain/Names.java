package dev.jobport.architecture.twins.the_domain_remembers_nothing.domain;

import java.util.Map;

final class Names {
    static final Map<String, String> SHORT = Map.of("i", "invoke");

    private Names() {}
}
