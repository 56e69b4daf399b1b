package dev.jobport.domain.actiontype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an action type declares is not lost because somebody did not repeat it. */
class LossesTest {

    private static final ActionTypeId ID = new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, "Own", "1");
    private static final Timing DEFAULTS = Timing.defaultsFor(ActionOwner.Custom);
    private static final ActionType BARE = new ActionType(ID, DEFAULTS);

    private static final ConfigurationProperty PASSWORD = property("Password", false, false, true);
    private static final ConfigurationProperty PROJECT = property("Project", true, true, false);

    private static final ActionType FULL = new ActionType(
            ID,
            new ActionTypeDefinition(
                    new ActionTypeSettings(
                            Optional.of("https://a"),
                            Optional.of(new UrlTemplate("https://b")),
                            Optional.of(new UrlTemplate("https://c")),
                            Optional.of(new UrlTemplate("https://d"))),
                    List.of(PROJECT, PASSWORD),
                    new ArtifactDetails(1, 2),
                    new ArtifactDetails(0, 1)),
            new Timing(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4)),
            new ProviderDeclaration(
                    Optional.of("builds"),
                    List.of("*"),
                    List.of("111111111111"),
                    List.of("ci.example"),
                    Optional.of("{}")),
            new Tags(Map.of("team", "checkout")),
            false);

    private static ConfigurationProperty property(String name, boolean required, boolean key, boolean secret) {
        return new ConfigurationProperty(
                name, required, key, secret, false, Optional.of("what"), ConfigurationProperty.Type.String);
    }

    private static ConfigurationProperty bare(String name) {
        return new ConfigurationProperty(
                name, false, false, false, false, Optional.empty(), ConfigurationProperty.Type.String);
    }

    private static ActionType of(ConfigurationProperty... properties) {
        return new ActionType(ID, ActionTypeDefinition.of(List.of(properties)), DEFAULTS);
    }

    @Test
    void all_that_is_declared_and_not_repeated_is_named() {
        assertThat(Losses.between(FULL, BARE))
                .containsExactly(
                        "configuration property 'Project'",
                        "secret configuration property 'Password'",
                        "thirdPartyConfigurationUrl",
                        "entityUrlTemplate",
                        "executionUrlTemplate",
                        "revisionUrlTemplate",
                        "inputArtifactDetails",
                        "outputArtifactDetails",
                        "dispatch lease of 1 s",
                        "job timeout of 2 s",
                        "action timeout of 3 s",
                        "continuation delay of 4 s",
                        "description",
                        "allowedAccounts",
                        "pollingAccounts",
                        "pollingServicePrincipals",
                        "policyStatementsTemplate",
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
        assertThat(Losses.between(FULL, FULL.tagged(new Tags(Map.of("team", "payments")))))
                .isEmpty();
    }

    @Test
    void a_type_in_whose_place_less_is_put_refuses_and_says_what_is_missing() {
        assertThatThrownBy(() -> of(PASSWORD).replaceWithoutLoss(BARE))
                .isInstanceOf(Refusal.DeclarationsLost.class)
                .hasMessage(
                        ID.description() + " would lose what is not repeated: secret configuration property 'Password'."
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
