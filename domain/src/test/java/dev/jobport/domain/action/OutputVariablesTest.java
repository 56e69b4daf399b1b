package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.SuccessResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputVariablesTest {

    @Test
    void names_and_values_together_may_take_as_many_bytes_as_the_quota_and_no_more() {
        int most = OutputVariables.MAX_BYTES;

        assertThat(new OutputVariables(Map.of("ab", "x".repeat(most - 2))).isEmpty())
                .isFalse();
        assertThatThrownBy(() -> new OutputVariables(Map.of("ab", "x".repeat(most - 1))))
                .isInstanceOf(Refusal.OutputVariablesSizeExceeded.class)
                .hasMessageContaining((most + 1) + " bytes")
                .hasMessageContaining(most + " together");
        assertThatThrownBy(() -> new OutputVariables(Map.of("a", "x".repeat(most / 2), "b", "x".repeat(most / 2))))
                .isInstanceOf(Refusal.OutputVariablesSizeExceeded.class);
    }

    @Test
    void size_is_counted_in_bytes_of_utf_8() {
        assertThatThrownBy(() -> new OutputVariables(Map.of("a", "ü".repeat(OutputVariables.MAX_BYTES / 2))))
                .isInstanceOf(Refusal.OutputVariablesSizeExceeded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "ä", "#{a}"})
    void a_name_of_other_characters_is_refused(String name) {
        assertThatThrownBy(() -> new OutputVariables(Map.of(name, "v")))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("satisfy regular expression pattern: [A-Za-z0-9@\\-_]+");
    }

    @Test
    void the_order_is_kept() {
        Map<String, String> inThisOrder = new LinkedHashMap<>();
        inThisOrder.put("Z", "1");
        inThisOrder.put("A", "");
        inThisOrder.put("@b-_9", "3");

        assertThat(new OutputVariables(inThisOrder).values().keySet()).containsExactly("Z", "A", "@b-_9");
    }

    @Test
    void they_come_only_without_a_continuation_token() {
        OutputVariables some = new OutputVariables(Map.of("a", "b"));

        assertThatThrownBy(() -> new SuccessResult(
                        Optional.empty(), Optional.of(new ContinuationToken("t")), Optional.empty(), some))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage("A job can not contain both a continuation token and output variables.");
    }
}
