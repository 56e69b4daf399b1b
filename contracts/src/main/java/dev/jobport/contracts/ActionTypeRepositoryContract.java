package dev.jobport.contracts;

import static dev.jobport.contracts.SomeJobs.ACCOUNT;
import static dev.jobport.contracts.SomeJobs.ACTION_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.ProviderDeclaration;
import dev.jobport.domain.action.Tags;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.action.UrlTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link ActionTypeRepository} must do. */
public interface ActionTypeRepositoryContract extends StoreUnderTest {

    private ActionTypeRepository actionTypes() {
        return store().actionTypes();
    }

    private static ActionType anActionType(ActionTypeId id) {
        return new ActionType(
                id,
                new ActionTypeDefinition(
                        new ActionTypeSettings(
                                Optional.of("https://acme.example/anmelden?für=dich"),
                                Optional.of(new UrlTemplate("https://acme.example/{Config:Größe}")),
                                Optional.of(new UrlTemplate("https://acme.example/lauf/{ExternalExecutionId}")),
                                Optional.of(new UrlTemplate("https://acme.example/änderung"))),
                        List.of(
                                new ConfigurationProperty(
                                        "Größe",
                                        true,
                                        true,
                                        false,
                                        id.owner() == ActionOwner.Custom,
                                        Optional.of("läuft 🏃"),
                                        ConfigurationProperty.Type.Number),
                                new ConfigurationProperty(
                                        "Password",
                                        false,
                                        false,
                                        true,
                                        false,
                                        Optional.empty(),
                                        ConfigurationProperty.Type.String)),
                        new ArtifactDetails(1, 2),
                        new ArtifactDetails(3, 4)),
                new Timing(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4)),
                new ProviderDeclaration(
                        Optional.of("prüft \"alles\""),
                        List.of("111111111111", "*"),
                        List.of("333333333333", "222222222222"),
                        List.of("ci.acme.example"),
                        Optional.of("{\"Version\":\"2012-10-17\"}")),
                new Tags(Map.of("Kostenstelle", "ä 1", "empty", "")),
                true);
    }

    @Test
    default void an_action_type_is_found_as_it_was_put() {
        actionTypes().put(ACCOUNT, anActionType(ACTION_TYPE));

        assertThat(actionTypes().find(ACCOUNT, ACTION_TYPE)).contains(anActionType(ACTION_TYPE));
    }

    @Test
    default void an_action_type_of_which_nothing_is_declared_is_found_as_it_was_put() {
        ActionTypeId id = new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, "Own", "1");
        ActionType bare = new ActionType(id, Timing.defaultsFor(ActionOwner.Custom));
        actionTypes().put(ACCOUNT, bare);

        assertThat(actionTypes().find(ACCOUNT, id)).contains(bare);
    }

    @Test
    default void a_queryable_property_is_found_as_it_was_put() {
        ActionTypeId id = new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, "Own", "1");
        actionTypes().put(ACCOUNT, anActionType(id));

        assertThat(actionTypes().find(ACCOUNT, id)).contains(anActionType(id));
    }

    @Test
    default void an_unknown_action_type_is_not_found() {
        actionTypes().put(ACCOUNT, anActionType(ACTION_TYPE));
        ActionTypeId otherOwner = new ActionTypeId(
                ACTION_TYPE.category(), ActionOwner.Custom, ACTION_TYPE.provider(), ACTION_TYPE.version());

        assertThat(actionTypes().find(ACCOUNT, otherOwner)).isEmpty();
        assertThat(actionTypes().find(ACCOUNT, SomeJobs.OTHER_ACTION_TYPE)).isEmpty();
    }

    @Test
    default void an_action_type_takes_the_place_of_one_of_the_same_id() {
        ActionType later = new ActionType(ACTION_TYPE, Timing.defaultsFor(ActionOwner.ThirdParty));
        actionTypes().put(ACCOUNT, anActionType(ACTION_TYPE));
        actionTypes().put(ACCOUNT, later);

        assertThat(actionTypes().find(ACCOUNT, ACTION_TYPE)).contains(later);
        assertThat(actionTypes().list(ACCOUNT)).containsExactly(later);
    }

    @Test
    default void action_types_are_listed_by_the_text_of_their_ids() {
        List<ActionType> ordered = Stream.of(
                        new ActionTypeId(ActionCategory.Test, ActionOwner.AWS, "z", "1"),
                        new ActionTypeId(ActionCategory.Build, ActionOwner.ThirdParty, "Alpha", "1"),
                        new ActionTypeId(ActionCategory.Build, ActionOwner.ThirdParty, "Alpha", "10"),
                        new ActionTypeId(ActionCategory.Build, ActionOwner.ThirdParty, "Alpha", "2"),
                        new ActionTypeId(ActionCategory.Build, ActionOwner.ThirdParty, "Beta", "1"),
                        new ActionTypeId(ActionCategory.Build, ActionOwner.ThirdParty, "_beta", "1"),
                        new ActionTypeId(ActionCategory.Build, ActionOwner.ThirdParty, "alpha", "1"),
                        new ActionTypeId(ActionCategory.Deploy, ActionOwner.ThirdParty, "Alpha", "1"))
                .map(ActionTypeRepositoryContract::anActionType)
                .toList();
        for (int i : new int[] {3, 7, 0, 5, 1, 4, 6, 2}) {
            actionTypes().put(ACCOUNT, ordered.get(i));
        }

        assertThat(actionTypes().list(ACCOUNT)).containsExactlyElementsOf(ordered);
    }

    @Test
    default void without_action_types_the_list_is_empty() {
        assertThat(actionTypes().list(ACCOUNT)).isEmpty();
    }

    @Test
    default void new_durations_leave_actions_that_have_started_alone() {
        var job = given(SomeJobs.aJob()).get(0);
        actionTypes().put(ACCOUNT, anActionType(job.action().actionTypeId()));

        assertThat(stored(job)).isEqualTo(job);
    }
}
