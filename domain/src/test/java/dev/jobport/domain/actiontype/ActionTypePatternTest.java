package dev.jobport.domain.actiontype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTypePatternTest {

    private static final ActionTypeId SMOKER =
            new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Smoker", "3");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThirdParty/Test/Smoker/3",
                "*/Test/Smoker/3",
                "ThirdParty/*/Smoker/3",
                "ThirdParty/Test/*/3",
                "ThirdParty/Test/Smoker/*",
                "*/*/*/*"
            })
    void each_part_is_matched_by_itself_or_by_a_star(String pattern) {
        assertThat(ActionTypePattern.parse(pattern).matches(SMOKER)).isTrue();
        assertThat(ActionTypePattern.parse(pattern)).hasToString(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Custom/Test/Smoker/3",
                "ThirdParty/Build/Smoker/3",
                "ThirdParty/Test/Smok/3",
                "ThirdParty/Test/smoker/3",
                "ThirdParty/Test/Smoker/33",
                "Custom/*/*/*"
            })
    void one_part_that_differs_is_enough_not_to_match(String pattern) {
        assertThat(ActionTypePattern.parse(pattern).matches(SMOKER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "ThirdParty/Test/Smoker",
                "ThirdParty/Test/Smoker/3/",
                "Thirdparty/Test/Smoker/3",
                "ThirdParty/test/Smoker/3",
                "ThirdParty/Test/Smo*/3",
                "ThirdParty/Test//3",
                "ThirdParty/Test/Smoker/1234567890"
            })
    void a_pattern_that_could_never_match_is_refused(String pattern) {
        assertThatThrownBy(() -> ActionTypePattern.parse(pattern)).isInstanceOf(Refusal.Validation.class);
    }
}
