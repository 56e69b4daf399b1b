package dev.jobport.domain.actiontype;

import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.anActionType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an action type declares is not lost because somebody did not repeat it. */
class LossesTest {

    private static final Timing DEFAULTS = Timing.defaultsFor(ActionOwner.Custom);
    private static final ActionType BARE = new ActionType(CUSTOM_ACTION_TYPE, DEFAULTS);

    private static final ConfigurationProperty PASSWORD = property("Password", false, false, true);
    private static final ConfigurationProperty PROJECT = property("Project", true, true, false);

    private static final ActionType FULL = anActionType(CUSTOM_ACTION_TYPE);

    private static ConfigurationProperty property(String name, boolean required, boolean key, boolean secret) {
        return new ConfigurationProperty(
                name, required, key, secret, false, Optional.of("what"), ConfigurationProperty.Type.String);
    }

    private static ConfigurationProperty bare(String name) {
        return new ConfigurationProperty(
                name, false, false, false, false, Optional.empty(), ConfigurationProperty.Type.String);
    }

    private static ActionType of(ConfigurationProperty... properties) {
        return new ActionType(CUSTOM_ACTION_TYPE, ActionTypeDefinition.of(List.of(properties)), DEFAULTS);
    }

    @Test
    void all_that_is_declared_and_not_repeated_is_named() {
        assertThat(Losses.between(FULL, BARE))
                .containsExactly(
                        "configuration property 'Apple'",
                        "secret configuration property 'Schlüssel'",
                        "thirdPartyConfigurationUrl",
                        "entityUrlTemplate",
                        "executionUrlTemplate",
                        "revisionUrlTemplate",
                        "inputArtifactDetails",
                        "outputArtifactDetails",
                        "dispatch lease of 61 s",
                        "job timeout of 602 s",
                        "action timeout of 3603 s",
                        "continuation delay of 34 s",
                        "description",
                        "allowedAccounts",
                        "pollingAccounts",
                        "pollingServicePrincipals",
                        "policyStatementsTemplate",
                        "tag 'stage'",
                        "tag 'team'");
    }

    @Test
    void a_flag_of_a_property_that_is_repeated_without_it_is_named() {
        ActionType plain = of(bare("Project"), bare("Password"));

        assertThat(Losses.between(of(PROJECT, PASSWORD), plain))
                .containsExactly(
                        "flag required of configuration property 'Project'",
                        "flag key of configuration property 'Project'",
                        "description of configuration property 'Project'",
                        "flag secret of configuration property 'Password'",
                        "description of configuration property 'Password'");
    }

    @Test
    void what_is_declared_otherwise_or_for_the_first_time_is_no_loss() {
        assertThat(Losses.between(BARE, FULL)).isEmpty();
        assertThat(Losses.between(FULL, FULL)).isEmpty();
        assertThat(Losses.between(FULL, FULL.tagged(new Tags(Map.of("team", "payments", "stage", "beta")))))
                .isEmpty();
    }

    @Test
    void a_type_in_whose_place_less_is_put_refuses_and_says_what_is_missing() {
        assertThatThrownBy(() -> of(PASSWORD).replaceWithoutLoss(BARE))
                .isInstanceOf(Refusal.DeclarationsLost.class)
                .hasMessage(CUSTOM_ACTION_TYPE.description()
                        + " would lose what is not repeated: secret configuration property 'Password'."
                        + " Repeat it, change only what is to change, or say that all is to be replaced.");
        assertThat(of(PASSWORD).replaceWithoutLoss(of(PASSWORD, PROJECT))).isEqualTo(of(PASSWORD, PROJECT));
        assertThat(of(PASSWORD).replace(BARE)).isEqualTo(BARE);
    }

    @Test
    void what_would_be_lost_is_told_before_that_a_queryable_property_cannot_go() {
        ActionType queryable = of(new ConfigurationProperty(
                "Project", true, false, false, true, Optional.empty(), ConfigurationProperty.Type.String));

        assertThatThrownBy(() -> queryable.replaceWithoutLoss(BARE)).isInstanceOf(Refusal.DeclarationsLost.class);
        assertThatThrownBy(() -> queryable.replace(BARE)).isInstanceOf(Refusal.Validation.class);
    }

    @Test
    void a_tombstone_loses_nothing() {
        ActionType tagged = BARE.tagged(new Tags(Map.of("team", "checkout")));

        assertThat(tagged.delete().replaceWithoutLoss(BARE)).isEqualTo(BARE);
    }
}
