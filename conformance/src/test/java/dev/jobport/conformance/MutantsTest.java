package dev.jobport.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.lab.LabEndpoint;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An endpoint with one deviation is found out: by the clauses that it breaks, and by no others. */
class MutantsTest {

    private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.FAIL, Outcome.DIFFERS);

    @ParameterizedTest
    @EnumSource
    void the_report_names_the_clauses_of_the_deviation_and_no_others(Deviation deviation) throws IOException {
        try (LabEndpoint lab = new LabEndpoint();
                Front mutant = new Front(lab, deviation)) {
            List<Finding> findings = Conformance.of(
                    lab.endpoint(mutant.uri(), ports -> new Endpoint.Control(ports.pipelines(), ports.operators())));

            Set<String> expected = new HashSet<>(deviation.broken);
            expected.addAll(deviation.consequences);
            Set<String> broken = findings.stream()
                    .filter(it -> BROKEN.contains(it.outcome()))
                    .map(it -> it.id().toString())
                    .collect(Collectors.toSet());
            assertThat(broken).as("%s", findings(findings)).isEqualTo(expected);
            assertThat(findings)
                    .extracting(Finding::outcome)
                    .doesNotContain(Outcome.SET_UP_ERROR, Outcome.NOT_APPLICABLE);
        }
    }

    private static String findings(List<Finding> all) {
        return all.stream()
                .filter(it -> it.outcome() != Outcome.PASS)
                .map(it -> it.id() + " " + it.family() + " " + it.outcome() + " "
                        + it.detail().lines().findFirst().orElse(""))
                .collect(Collectors.joining("\n"));
    }
}
