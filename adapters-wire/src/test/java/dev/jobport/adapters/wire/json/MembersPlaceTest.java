package dev.jobport.adapters.wire.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.TextConstraint;
import org.junit.jupiter.api.Test;

/** What a value refuses only when it is built is told with its place in the whole request. */
class MembersPlaceTest {

    @Test
    void a_limit_that_is_checked_when_the_value_is_built_has_the_place_of_what_is_built() {
        ObjectNode request = Json.object();
        request.putArray("properties").addObject();
        Members in = Members.strict(request);
        Shape<String> property = Shape.of(
                "Property", item -> item.build(() -> TextConstraint.length(1, 2).require("description", "long")));
        in.optional("properties", Types.list(property));

        assertThatThrownBy(in::check)
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("Value at 'properties.1.member.description'");
    }

    @Test
    void a_limit_of_the_whole_request_has_its_own_place_only() {
        Members in = Members.strict(Json.object());
        in.build(() -> TextConstraint.length(1, 2).require("description", "long"));

        assertThatThrownBy(in::check)
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("Value at 'description'");
    }
}
