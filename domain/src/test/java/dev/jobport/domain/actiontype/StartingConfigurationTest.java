package dev.jobport.domain.actiontype;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An action starts with the configuration that its type asks for, or is told what is wrong with which of it. */
class StartingConfigurationTest {

    private static final ActionType ANY = new ActionType(CUSTOM_ACTION_TYPE, Timing.defaultsFor(ActionOwner.Custom));
    private static final ActionType OWN =
            type(property("Project", true, false, true), property("Password", false, true, false), property("Note"));

    private static ActionType type(ConfigurationProperty... properties) {
        return new ActionType(
                CUSTOM_ACTION_TYPE,
                ActionTypeDefinition.of(List.of(properties)),
                Timing.defaultsFor(ActionOwner.Custom));
    }

    private static ConfigurationProperty property(String name) {
        return property(name, false, false, false);
    }

    private static ConfigurationProperty property(String name, boolean required, boolean secret, boolean queryable) {
        return new ConfigurationProperty(
                name, required, false, secret, queryable, Optional.empty(), ConfigurationProperty.Type.String);
    }

    private static void start(ActionType type, Map<String, String> configuration) {
        type.queueFor(ACCOUNT, configuration, 0, 0);
    }

    private static Violation refused(ActionType type, Map<String, String> configuration) {
        Violation[] found = new Violation[1];
        assertThatThrownBy(() -> start(type, configuration))
                .isInstanceOfSatisfying(Refusal.Validation.class, refusal -> {
                    assertThat(refusal.violations()).hasSize(1);
                    found[0] = refusal.violations().get(0);
                });
        return found[0];
    }

    private static Map<String, String> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i).collect(Collectors.toMap(Function.identity(), k -> k));
    }

    @Test
    void a_required_property_is_given() {
        Violation violation = refused(OWN, Map.of("Note", "x"));

        assertThat(violation.path()).isEqualTo("configuration.Project");
        assertThat(violation.message())
                .isEqualTo(CUSTOM_ACTION_TYPE.description() + " requires the configuration property 'Project'.");
        assertThatCode(() -> start(OWN, Map.of("Project", "shop"))).doesNotThrowAnyException();
    }

    @Test
    void nothing_is_given_that_is_no_property_unless_anything_may_be() {
        Violation violation = refused(OWN, Map.of("Project", "shop", "Colour", "red"));

        assertThat(violation.path()).isEqualTo("configuration.Colour");
        assertThat(violation.message())
                .isEqualTo(CUSTOM_ACTION_TYPE.description() + " has no configuration property 'Colour'.");
        assertThatCode(() -> start(ANY, Map.of("Colour", "red"))).doesNotThrowAnyException();
    }

    @Test
    void where_anything_may_be_given_it_is_at_most_a_hundred_things() {
        assertThatCode(() -> start(ANY, some(100))).doesNotThrowAnyException();
        assertThat(refused(ANY, some(101)))
                .isEqualTo(Violation.of("have length less than or equal to 100").in("configuration"));
    }

    @Test
    void keys_and_values_have_at_most_a_hundred_kilobytes_of_utf_8_together() {
        String rest = "ä".repeat(26_198); // with the keys, one byte less than 102,400

        assertThatCode(() -> start(ANY, Map.of("a", "x".repeat(50_000), "ä", rest + "x")))
                .doesNotThrowAnyException();
        assertThat(refused(ANY, Map.of("a", "x".repeat(50_000), "ä", rest + "xx")))
                .isEqualTo(Violation.of("have at most 102400 bytes in UTF-8, keys and values together")
                        .in("configuration"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a-Z_09", "12345678901234567890123456789012345678901234567890"})
    void polls_can_ask_for_a_queryable_value(String value) {
        assertThatCode(() -> start(OWN, Map.of("Project", value))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my shop", "123456789012345678901234567890123456789012345678901"})
    void a_value_that_no_poll_can_ask_for_is_refused_though_another_property_takes_it(String value) {
        assertThat(refused(OWN, Map.of("Project", value)).path()).isEqualTo("configuration.Project");
        assertThatCode(() -> start(OWN, Map.of("Project", "shop", "Note", value)))
                .doesNotThrowAnyException();
    }

    @Test
    void the_mask_of_a_secret_is_no_secret() {
        assertThat(refused(OWN, Map.of("Project", "shop", "Password", "****")))
                .isEqualTo(Violation.of("be the secret itself, not the mask that is shown instead of it")
                        .in("configuration.Password"));
        assertThatCode(() -> start(OWN, Map.of("Project", "shop", "Password", "*****", "Note", "****")))
                .doesNotThrowAnyException();
    }
}
