package dev.jobport.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.lab.LabEndpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    @Test
    void the_lab_keeps_every_clause() {
        try (LabEndpoint lab = new LabEndpoint()) {
            List<Finding> findings = Conformance.of(lab.endpoint());

            assertThat(findings).hasSizeGreaterThan(200);
            assertThat(findings).filteredOn(it -> it.outcome() != Outcome.PASS).isEmpty();
        }
    }
}
