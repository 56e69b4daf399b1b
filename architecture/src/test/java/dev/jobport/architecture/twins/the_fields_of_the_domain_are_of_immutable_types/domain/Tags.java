package dev.jobport.architecture.twins.the_fields_of_the_domain_are_of_immutable_types.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

record Tags(Map<String, List<String>> values, Optional<Duration> age, Kind kind, int count) {
    enum Kind {
        OURS
    }
}
