package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_REGION;
import static dev.jobport.contracts.fixtures.Samples.anActionType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.contracts.fixtures.Samples;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link ActionTypeRepository} must do. */
public interface ActionTypeRepositoryContract extends StoreUnderTest {

    private ActionTypeRepository actionTypes() {
        return store().actionTypes();
    }

    @Test
    default void an_action_type_is_found_as_it_was_put() {
        actionTypes().put(ACCOUNT, anActionType(ACTION_TYPE).delete());

        assertThat(actionTypes().find(ACCOUNT, ACTION_TYPE))
                .contains(anActionType(ACTION_TYPE).delete());
    }

    @Test
    default void an_action_type_of_which_nothing_is_declared_is_found_as_it_was_put() {
        ActionType bare = custom("1");
        actionTypes().put(ACCOUNT, bare);

        assertThat(actionTypes().find(ACCOUNT, bare.id())).contains(bare);
    }

    @Test
    default void a_queryable_property_is_found_as_it_was_put() {
        actionTypes().put(ACCOUNT, anActionType(CUSTOM_ACTION_TYPE));

        assertThat(actionTypes().find(ACCOUNT, CUSTOM_ACTION_TYPE)).contains(anActionType(CUSTOM_ACTION_TYPE));
    }

    private static ActionType custom(String version) {
        ActionTypeId id = new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, "Own", version);
        return new ActionType(id, Timing.defaultsFor(ActionOwner.Custom));
    }

    @Test
    default void a_change_is_made_of_what_is_kept() {
        ActionType first = custom("1");
        ActionType second = first.tagged(new Tags(Map.of("a", "b")));

        assertThat(actionTypes().update(ACCOUNT, first.id(), (before, others) -> {
                    assertThat(before).isEmpty();
                    return first;
                }))
                .isEqualTo(first);
        assertThat(actionTypes().update(ACCOUNT, first.id(), (before, others) -> {
                    assertThat(before).contains(first);
                    return second;
                }))
                .isEqualTo(second);
        assertThat(actionTypes().find(ACCOUNT, first.id())).contains(second);
    }

    @Test
    default void a_change_that_throws_changes_nothing() {
        ActionType kept = custom("1");
        actionTypes().put(ACCOUNT, kept);
        Refusal refusal = new Refusal.LimitExceeded("no");

        for (String version : List.of("1", "2")) {
            assertThatThrownBy(
                            () -> actionTypes().update(ACCOUNT, custom(version).id(), (before, others) -> {
                                throw refusal;
                            }))
                    .isSameAs(refusal);
        }

        assertThat(actionTypes().list(ACCOUNT, "", 1_000)).containsExactly(kept);
    }

    @Test
    default void a_change_is_told_how_many_others_of_the_owner_are_not_deleted() {
        actionTypes().put(ACCOUNT, custom("1"));
        actionTypes().put(ACCOUNT, custom("2"));
        actionTypes().put(ACCOUNT, custom("3").delete());
        actionTypes().put(ACCOUNT, anActionType(ACTION_TYPE));
        List<Long> told = new ArrayList<>();

        for (String version : List.of("1", "3", "4")) {
            actionTypes().update(ACCOUNT, custom(version).id(), (before, others) -> {
                told.add(others);
                return custom(version);
            });
        }

        assertThat(told).containsExactly(1L, 2L, 3L);
    }

    @Test
    default void others_are_counted_up_to_a_limit() {
        for (int i = 0; i <= ActionTypeRepository.MAX_COUNTED; i++) {
            actionTypes().put(ACCOUNT, custom("" + i));
        }
        actionTypes().update(ACCOUNT, custom("new").id(), (before, others) -> {
            assertThat(others).isEqualTo(ActionTypeRepository.MAX_COUNTED);
            return custom("new");
        });
    }

    @Test
    default void of_changes_at_once_none_is_lost() {
        ActionType type = custom("1");
        actionTypes().put(ACCOUNT, type);

        StoreUnderTest.atOnce(IntStream.range(0, 16)
                .<Callable<ActionType>>mapToObj(i ->
                        () -> actionTypes().update(ACCOUNT, type.id(), (before, others) -> {
                            ActionType found = before.orElseThrow();
                            return found.tagged(found.tags().with(new Tags(Map.of("key-" + i, ""))));
                        }))
                .toList());

        assertThat(actionTypes().find(ACCOUNT, type.id()).orElseThrow().tags().values())
                .hasSize(16);
    }

    @Test
    default void of_many_that_make_one_at_once_only_so_many_succeed_as_may() {
        List<ActionType> made = StoreUnderTest.atOnce(IntStream.range(0, 16)
                        .<Callable<Optional<ActionType>>>mapToObj(i -> () -> StoreUnderTest.unlessRefused(
                                () -> actionTypes()
                                        .update(ACCOUNT, custom("" + i).id(), (before, others) -> {
                                            if (others >= 5) {
                                                throw new Refusal.LimitExceeded("no");
                                            }
                                            return custom("" + i);
                                        }),
                                Refusal.LimitExceeded.class))
                        .toList())
                .stream()
                .flatMap(Optional::stream)
                .toList();

        assertThat(made).hasSize(5);
        assertThat(actionTypes().list(ACCOUNT, "", 1_000)).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    default void an_unknown_action_type_is_not_found() {
        actionTypes().put(ACCOUNT, anActionType(ACTION_TYPE));
        ActionTypeId otherOwner = new ActionTypeId(
                ACTION_TYPE.category(), ActionOwner.Custom, ACTION_TYPE.provider(), ACTION_TYPE.version());

        assertThat(actionTypes().find(ACCOUNT, otherOwner)).isEmpty();
        assertThat(actionTypes().find(ACCOUNT, OTHER_ACTION_TYPE)).isEmpty();
    }

    @Test
    default void an_action_type_takes_the_place_of_one_of_the_same_id() {
        ActionType later = new ActionType(ACTION_TYPE, Timing.defaultsFor(ActionOwner.ThirdParty));
        actionTypes().put(ACCOUNT, anActionType(ACTION_TYPE));
        actionTypes().put(ACCOUNT, later);

        assertThat(actionTypes().find(ACCOUNT, ACTION_TYPE)).contains(later);
        assertThat(actionTypes().list(ACCOUNT, "", 1_000)).containsExactly(later);
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
                .map(Samples::anActionType)
                .toList();
        for (int i : new int[] {3, 7, 0, 5, 1, 4, 6, 2}) {
            actionTypes().put(ACCOUNT, ordered.get(i));
        }

        assertThat(actionTypes().list(ACCOUNT, "", 1_000)).containsExactlyElementsOf(ordered);
    }

    @Test
    default void a_list_begins_after_any_text_and_ends_with_as_many_as_are_asked_for() {
        List<ActionType> all = Stream.of("1", "2", "3", "4", "5")
                .map(ActionTypeRepositoryContract::custom)
                .toList();
        all.forEach(type -> actionTypes().put(ACCOUNT, type));
        actionTypes().put(ACCOUNT, all.get(3).delete());
        actionTypes().put(OTHER_REGION, custom("6"));
        String third = all.get(2).id().toString();

        assertThat(actionTypes().list(ACCOUNT, "", 2)).containsExactlyElementsOf(all.subList(0, 2));
        assertThat(actionTypes().list(ACCOUNT, third, 1))
                .containsExactly(all.get(3).delete());
        assertThat(actionTypes().list(ACCOUNT, third, 9))
                .containsExactly(all.get(3).delete(), all.get(4));
        assertThat(actionTypes().list(ACCOUNT, third + "a", 1))
                .containsExactly(all.get(3).delete());
        assertThat(actionTypes().list(ACCOUNT, "\0", 1)).containsExactly(all.get(0));
        assertThat(actionTypes().list(ACCOUNT, "z", 1)).isEmpty();
    }

    @Test
    default void without_action_types_the_list_is_empty() {
        assertThat(actionTypes().list(ACCOUNT, "", 1_000)).isEmpty();
    }

    @Test
    default void new_durations_leave_actions_that_have_started_alone() {
        var job = given(SomeJobs.aJob()).get(0);
        actionTypes().put(ACCOUNT, anActionType(job.action().actionTypeId()));

        assertThat(stored(job)).isEqualTo(job);
    }
}
