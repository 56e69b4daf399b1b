package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the values of an action promise beside their limits. */
class ActionValuesTest {

    private static ActionInput input(Map<String, String> configuration, List<Artifact> inputArtifacts) {
        return new ActionInput(configuration, PipelineContext.NONE, inputArtifacts, List.of(), Optional.empty());
    }

    @Test
    void an_action_type_is_named_as_aws_names_it() {
        ActionTypeId id = new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, "X", "1");

        assertThat(id.description())
                .isEqualTo("ActionType (Category: 'Build', Owner: 'Custom', Provider: 'X', Version: '1')");
        assertThat(id).hasToString("Custom/Build/X/1");
    }

    @Test
    void configuration_values_never_show_themselves() {
        ActionInput input = input(Map.of("password", "hunter2"), List.of());

        assertThat(input.toString()).contains("password").doesNotContain("hunter2");
        assertThatThrownBy(() -> input(Map.of("password", "hunter2".repeat(8_000)), List.of()))
                .isInstanceOf(Refusal.Validation.class)
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void an_input_keeps_the_order_of_its_configuration_and_cannot_be_changed() {
        Map<String, String> configuration = new LinkedHashMap<>();
        List.of("zebra", "apple", "mango").forEach(key -> configuration.put(key, key));
        List<Artifact> artifacts = new ArrayList<>(List.of(new Artifact("a", Optional.empty(), Optional.empty())));
        ActionInput input = input(configuration, artifacts);

        configuration.clear();
        artifacts.clear();

        assertThat(input.configuration().keySet()).containsExactly("zebra", "apple", "mango");
        assertThat(input.inputArtifacts()).hasSize(1);
        assertThatThrownBy(() -> input.configuration().clear()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_third_party_is_told_where_in_the_pipeline_it_works_but_not_in_which_execution() {
        PipelineContext context = new PipelineContext(
                Optional.of("shop"),
                Optional.of("Verify"),
                Optional.of("Smoke"),
                Optional.of("arn:aws:codepipeline:eu-west-1:123456789012:shop"),
                Optional.of("01234567-89ab-cdef-0123-456789abcdef"));

        assertThat(context.forThirdParty())
                .isEqualTo(new PipelineContext(
                        Optional.of("shop"),
                        Optional.of("Verify"),
                        Optional.of("Smoke"),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void a_revision_is_dated_to_the_millisecond() {
        CurrentRevision revision = new CurrentRevision(
                "r", "c", Optional.of(Instant.parse("2026-03-01T10:00:00.123456789Z")), Optional.empty());

        assertThat(revision.created()).contains(Instant.parse("2026-03-01T10:00:00.123Z"));
    }

    @Test
    void the_default_durations_are_those_of_the_protocol() {
        assertThat(Timing.defaultsFor(ActionOwner.ThirdParty))
                .isEqualTo(new Timing(
                        Duration.ofSeconds(60), Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(30)));
        assertThat(Timing.defaultsFor(ActionOwner.Custom).actionTimeout()).isEqualTo(Duration.ofDays(1));
    }
}
