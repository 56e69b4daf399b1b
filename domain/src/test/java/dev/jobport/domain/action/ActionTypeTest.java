package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an action type may declare, and the queues that follow from it. */
class ActionTypeTest {

    private static final Account ACCOUNT = new Account("123456789012", "eu-west-1");
    private static final ActionTypeId ID = new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, "Own", "1");

    private static ActionType type(ConfigurationProperty... properties) {
        return new ActionType(ID, Timing.defaultsFor(ActionOwner.Custom), List.of(properties));
    }

    private static ConfigurationProperty property(String name, boolean required, boolean secret, boolean queryable) {
        return new ConfigurationProperty(
                name, required, false, secret, queryable, Optional.empty(), ConfigurationProperty.Type.String);
    }

    @Test
    void a_queryable_property_is_required_and_not_secret() {
        assertThatThrownBy(() -> property("p", false, false, true)).isInstanceOf(Refusal.Validation.class);
        assertThatThrownBy(() -> property("p", true, true, true)).isInstanceOf(Refusal.Validation.class);
        assertThat(type(property("p", true, false, true)).queryableProperty()).contains("p");
    }

    @Test
    void at_most_one_property_is_queryable() {
        assertThatThrownBy(() -> type(property("p", true, false, true), property("q", true, false, true)))
                .isInstanceOf(Refusal.Validation.class);
    }

    @Test
    void no_two_properties_have_the_same_name() {
        assertThatThrownBy(() -> type(property("p", true, false, false), property("p", false, false, false)))
                .isInstanceOf(Refusal.Validation.class);
    }

    @Test
    void there_are_at_most_ten_properties() {
        ConfigurationProperty[] eleven = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> property("p" + i, false, false, false))
                .toArray(ConfigurationProperty[]::new);

        assertThatThrownBy(() -> type(eleven)).isInstanceOf(Refusal.Validation.class);
    }

    @Test
    void a_type_without_properties_takes_any_configuration() {
        assertThat(type().queueFor(ACCOUNT, Map.of("anything", "goes"))).isEqualTo(new JobQueue(ACCOUNT, ID));
    }

    @Test
    void jobs_wait_by_the_value_of_the_queryable_property() {
        ActionType type = type(property("Project", true, false, true), property("Other", false, false, false));

        assertThat(type.queueFor(ACCOUNT, Map.of("Project", "shop", "Other", "x")))
                .isEqualTo(new JobQueue(ACCOUNT, ID, Optional.of("shop")))
                .isEqualTo(type.queueOf(ACCOUNT, Map.of("Project", "shop")));
    }
}
