package dev.jobport.adapters.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.Refusal;
import org.junit.jupiter.api.Test;

class WireErrorsTest {

    @Test
    void every_refusal_has_its_wire_name_or_is_declared_never_to_occur_here() {
        assertThat(Refusal.class.getPermittedSubclasses())
                .allSatisfy(refusal -> assertThat(WireErrors.NAMES.containsKey(refusal))
                        .as(refusal.getSimpleName())
                        .isNotEqualTo(WireErrors.NEVER_HERE.contains(refusal)));
    }

    @Test
    void a_wire_name_is_the_refusals_own() {
        assertThat(WireErrors.NAMES)
                .allSatisfy((refusal, name) -> assertThat(name).isEqualTo(refusal.getSimpleName() + "Exception"));
    }
}
