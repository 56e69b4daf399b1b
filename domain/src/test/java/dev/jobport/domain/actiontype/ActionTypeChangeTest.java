package dev.jobport.domain.actiontype;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What may take an action type's place, and what stays as it was. */
class ActionTypeChangeTest {

    private static final ArtifactDetails ONE = new ArtifactDetails(1, 1);
    private static final ArtifactDetails TWO = new ArtifactDetails(2, 2);
    private static final ActionTypeSettings SETTINGS =
            new ActionTypeSettings(Optional.of("https://a"), Optional.empty(), Optional.empty(), Optional.empty());

    private static ConfigurationProperty property(String name, boolean queryable, ConfigurationProperty.Type type) {
        return new ConfigurationProperty(name, true, false, false, queryable, Optional.of("what"), type);
    }

    private static final ConfigurationProperty PLAIN = property("Plain", false, ConfigurationProperty.Type.String);
    private static final ConfigurationProperty ASKED = property("Asked", true, ConfigurationProperty.Type.String);

    private static ActionType type(
            ActionTypeSettings settings,
            List<ConfigurationProperty> properties,
            ArtifactDetails input,
            ArtifactDetails output) {
        return new ActionType(
                CUSTOM_ACTION_TYPE,
                new ActionTypeDefinition(settings, properties, input, output),
                Timing.defaultsFor(ActionOwner.Custom));
    }

    private static ActionType of(ConfigurationProperty... properties) {
        return type(SETTINGS, List.of(properties), ONE, ONE);
    }

    private static Violation refused(ThrowingCallable change) {
        Violation[] found = new Violation[1];
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Refusal.Validation.class,
                        refusal -> found[0] = refusal.violations().get(0));
        return found[0];
    }

    @Test
    void what_was_deleted_comes_back_only_as_it_was_and_is_told_what_differs() {
        ActionType tombstone = of(PLAIN).delete();

        assertThat(tombstone.replace(of(PLAIN))).isEqualTo(of(PLAIN));
        assertThat(refused(() -> tombstone.replace(type(ActionTypeSettings.NONE, List.of(PLAIN), ONE, ONE)))
                        .path())
                .isEqualTo("settings");
        assertThat(refused(() -> tombstone.replace(of())).path()).isEqualTo("configurationProperties");
        assertThat(refused(() -> tombstone.replace(type(SETTINGS, List.of(PLAIN), TWO, ONE)))
                        .path())
                .isEqualTo("inputArtifactDetails");
        assertThat(refused(() -> tombstone.replace(type(SETTINGS, List.of(PLAIN), ONE, TWO))))
                .isEqualTo(Violation.sentence(
                                CUSTOM_ACTION_TYPE.description() + " was deleted and can only come back as it was;"
                                        + " give the same definition, or choose a version that was never used.")
                        .in("outputArtifactDetails"));
    }

    @Test
    void a_queryable_property_neither_comes_nor_goes_nor_makes_room_for_another() {
        ConfigurationProperty other = property("Other", true, ConfigurationProperty.Type.String);
        Violation refusal = Violation.sentence(
                        "The queryable property of an action type cannot change: jobs wait by it; choose another"
                                + " version.")
                .in("configurationProperties");

        assertThat(refused(() -> of(ASKED).replace(of(PLAIN)))).isEqualTo(refusal);
        assertThat(refused(() -> of(PLAIN).replace(of(PLAIN, ASKED)))).isEqualTo(refusal);
        assertThat(refused(() -> of(ASKED).replace(of(other)))).isEqualTo(refusal);
        assertThat(of(ASKED).replace(of(ASKED, PLAIN))).isEqualTo(of(ASKED, PLAIN));
    }

    @Test
    void polls_name_the_queryable_property_or_nothing() {
        assertThat(refused(() -> of(ASKED).queueOf(ACCOUNT, Map.of())))
                .isEqualTo(Violation.sentence(CUSTOM_ACTION_TYPE.description()
                                + " must be polled with a value of [Asked] in queryParam.")
                        .in("queryParam"));
        assertThat(refused(() -> of(PLAIN).queueOf(ACCOUNT, Map.of("Plain", "x"))))
                .isEqualTo(Violation.sentence(
                                CUSTOM_ACTION_TYPE.description() + " has no queryable property; leave out queryParam.")
                        .in("queryParam"));
    }

    @Test
    void a_poll_asks_for_a_value_that_an_action_can_have() {
        assertThat(of(ASKED).queueOf(ACCOUNT, Map.of("Asked", "x".repeat(50))))
                .isEqualTo(new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE, Optional.of("x".repeat(50))));
        assertThat(refused(() -> of(ASKED).queueOf(ACCOUNT, Map.of("Asked", "my shop")))
                        .constraint())
                .isEqualTo("satisfy regular expression pattern: [a-zA-Z0-9_-]+");
    }

    @Test
    void types_of_properties_are_taken_over_by_name_and_nothing_else_is() {
        ActionTypeDefinition before =
                ActionTypeDefinition.of(List.of(property("Plain", false, ConfigurationProperty.Type.Number), ASKED));
        ConfigurationProperty added = property("Added", false, ConfigurationProperty.Type.Boolean);
        ActionTypeDefinition next = new ActionTypeDefinition(SETTINGS, List.of(added, PLAIN), ONE, TWO);

        assertThat(next.withTypesOf(before))
                .isEqualTo(new ActionTypeDefinition(
                        SETTINGS,
                        List.of(added, property("Plain", false, ConfigurationProperty.Type.Number)),
                        ONE,
                        TWO));
    }

    @Test
    void another_timeout_of_jobs_leaves_the_other_durations() {
        assertThat(TIMING.withJobTimeout(Duration.ofSeconds(20)))
                .isEqualTo(new Timing(
                        TIMING.dispatchLease(),
                        Duration.ofSeconds(20),
                        TIMING.actionTimeout(),
                        TIMING.continuationDelay()));
    }
}
