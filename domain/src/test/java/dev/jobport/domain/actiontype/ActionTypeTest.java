package dev.jobport.domain.actiontype;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an action type may declare, and the queues that follow from it. */
class ActionTypeTest {

    private static ActionType type(ConfigurationProperty... properties) {
        return new ActionType(
                CUSTOM_ACTION_TYPE,
                ActionTypeDefinition.of(List.of(properties)),
                Timing.defaultsFor(ActionOwner.Custom));
    }

    private static ConfigurationProperty property(String name, boolean required, boolean secret, boolean queryable) {
        return new ConfigurationProperty(
                name, required, false, secret, queryable, Optional.empty(), ConfigurationProperty.Type.String);
    }

    private static ActionType type(ActionTypeSettings settings, ConfigurationProperty... properties) {
        ActionTypeDefinition definition = new ActionTypeDefinition(
                settings, List.of(properties), ArtifactDetails.DEFAULT, ArtifactDetails.DEFAULT);
        return new ActionType(CUSTOM_ACTION_TYPE, definition, Timing.defaultsFor(ActionOwner.Custom));
    }

    private static ActionType type(ArtifactDetails input, ArtifactDetails output) {
        ActionTypeDefinition definition = new ActionTypeDefinition(ActionTypeSettings.NONE, List.of(), input, output);
        return new ActionType(CUSTOM_ACTION_TYPE, definition, Timing.defaultsFor(ActionOwner.Custom));
    }

    @Test
    void an_action_has_as_many_artifacts_as_its_type_takes() {
        ActionType type = type(new ArtifactDetails(1, 2), new ArtifactDetails(3, 3));

        assertThat(type.queueFor(ACCOUNT, Map.of(), 1, 3)).isEqualTo(new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE));
        assertThat(type.queueFor(ACCOUNT, Map.of(), 2, 3)).isEqualTo(new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE));
        assertThatThrownBy(() -> type.queueFor(ACCOUNT, Map.of(), 0, 3))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage(CUSTOM_ACTION_TYPE.description() + " takes 1 to 2 artifacts as input, not 0.");
        assertThatThrownBy(() -> type.queueFor(ACCOUNT, Map.of(), 3, 3)).isInstanceOf(Refusal.Validation.class);
        assertThatThrownBy(() -> type.queueFor(ACCOUNT, Map.of(), 1, 2))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessage(CUSTOM_ACTION_TYPE.description() + " takes 3 artifacts as output, not 2.");
        assertThatThrownBy(() -> type.queueFor(ACCOUNT, Map.of(), 1, 4)).isInstanceOf(Refusal.Validation.class);
    }

    @Test
    void a_minimum_of_artifacts_is_not_above_the_maximum() {
        assertThatThrownBy(() -> new ArtifactDetails(2, 1))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("below");
    }

    @Test
    void a_custom_type_has_at_most_five_artifacts_of_a_kind_and_others_ten() {
        ActionTypeDefinition wide = new ActionTypeDefinition(
                ActionTypeSettings.NONE, List.of(), new ArtifactDetails(0, 10), ArtifactDetails.DEFAULT);
        Timing timing = Timing.defaultsFor(ActionOwner.Custom);

        assertThatThrownBy(() -> new ActionType(CUSTOM_ACTION_TYPE, wide, timing))
                .isInstanceOf(Refusal.Validation.class);
        assertThatThrownBy(() -> type(ArtifactDetails.DEFAULT, new ArtifactDetails(6, 6)))
                .isInstanceOf(Refusal.Validation.class);
        assertThat(new ActionType(ACTION_TYPE, wide, timing).definition()).isEqualTo(wide);
    }

    @Test
    void a_custom_types_property_has_a_description_of_160_characters_and_others_250() {
        ConfigurationProperty wordy = new ConfigurationProperty(
                "p", false, false, false, false, Optional.of("x".repeat(161)), ConfigurationProperty.Type.String);

        assertThatThrownBy(() -> type(property("q", false, false, false), wordy))
                .isInstanceOf(Refusal.Validation.class)
                .hasMessageContaining("'configurationProperties.2.member.description'");
        assertThat(new ActionType(
                                ACTION_TYPE,
                                ActionTypeDefinition.of(List.of(wordy)),
                                Timing.defaultsFor(ActionOwner.ThirdParty))
                        .definition()
                        .configurationProperties())
                .containsExactly(wordy);
    }

    @Test
    void third_party_job_workers_cannot_query() {
        ActionTypeDefinition definition = ActionTypeDefinition.of(List.of(property("p", true, false, true)));

        assertThatThrownBy(() -> new ActionType(ACTION_TYPE, definition, Timing.defaultsFor(ActionOwner.ThirdParty)))
                .isInstanceOf(Refusal.Validation.class);
    }

    @Test
    void a_url_template_is_never_a_reason_to_refuse_a_definition() {
        ActionTypeSettings settings = new ActionTypeSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new UrlTemplate("https://x/{Config:p}/{Unheard}")),
                Optional.empty());

        assertThat(type(settings).definition().settings()).isEqualTo(settings);
        assertThat(type(settings, property("p", true, true, false)).definition().settings())
                .isEqualTo(settings);
        assertThat(type(settings, property("p", false, false, false))
                        .definition()
                        .settings())
                .isEqualTo(settings);
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
        assertThat(type().queueFor(ACCOUNT, Map.of("anything", "goes"), 0, 0))
                .isEqualTo(new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE));
    }

    @Test
    void of_an_actions_properties_those_are_secret_that_its_type_says_are() {
        ActionType type = type(
                property("User", true, false, false),
                property("Password", true, true, false),
                property("Token", false, true, false));

        assertThat(type.secretsAmong(Set.of("User", "Password"))).containsExactly("Password");
        assertThat(type().secretsAmong(Set.of("anything"))).isEmpty();
    }

    @Test
    void jobs_wait_by_the_value_of_the_queryable_property() {
        ActionType type = type(property("Project", true, false, true), property("Other", false, false, false));

        assertThat(type.queueFor(ACCOUNT, Map.of("Project", "shop", "Other", "x"), 0, 0))
                .isEqualTo(new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE, Optional.of("shop")))
                .isEqualTo(type.queueOf(ACCOUNT, Map.of("Project", "shop")));
    }
}
