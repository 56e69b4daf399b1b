package dev.jobport.domain.actiontype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An action type's name can be read back from its text. */
class ActionTypeIdTest {

    @Test
    void every_name_is_read_as_it_was_written() {
        for (ActionOwner owner : ActionOwner.values()) {
            for (ActionCategory category : ActionCategory.values()) {
                ActionTypeId id = new ActionTypeId(category, owner, "My_Tool-2", "1_0-a");

                assertThat(ActionTypeId.parse(id.toString())).contains(id);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Custom/Build/Own",
                "Custom/Build/Own/1/",
                "Custom/Build/Own/1/x",
                "custom/Build/Own/1",
                "Build/Custom/Own/1",
                "Custom//Own/1",
                "Custom/Build//1",
                "Custom/Build/Own/",
                "Custom/Build/O wn/1",
                "Custom/Build/Own/1.0",
                "Custom/Build/Own/1234567890",
                "Custom/Build/123456789012345678901234567890123456/1"
            })
    void another_text_is_no_name(String text) {
        assertThat(ActionTypeId.parse(text)).isEmpty();
    }
}
