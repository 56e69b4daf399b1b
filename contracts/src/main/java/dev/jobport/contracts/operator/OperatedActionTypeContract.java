package dev.jobport.contracts.operator;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.DEFINITION;
import static dev.jobport.contracts.fixtures.Samples.OTHER_TIMING;
import static dev.jobport.contracts.fixtures.Samples.TAGS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.Caller;
import dev.jobport.contracts.actiontypes.ActionTypeWorld;
import dev.jobport.contracts.worker.CustomWorker;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator may rely on who defines action types. */
public interface OperatedActionTypeContract extends ActionTypeWorld {

    private ActionType put(ActionType type) {
        operator().putActionType(account(), type);
        return type;
    }

    private ActionType aNewActionType() {
        return put(new ActionType(ActionTypeWorld.newId(ActionOwner.Custom), DEFINITION, TIMING).tagged(TAGS));
    }

    private ActionType found(ActionTypeId id) {
        return operator().actionType(account(), id);
    }

    @Test
    default void an_action_type_is_found_as_it_was_put() {
        ActionType type = aNewActionType();

        assertThat(found(type.id())).isEqualTo(type);
    }

    /** Its defaults are what an action type has of which nothing is said, so none of them is given. */
    @Test
    default void an_action_type_may_be_put_again_with_other_durations() {
        ActionType type = aNewActionType();
        ActionType changed = put(new ActionType(type.id(), DEFINITION, OTHER_TIMING).tagged(TAGS));

        assertThat(found(type.id())).isEqualTo(changed);
    }

    @Test
    default void what_is_not_repeated_is_lost_only_when_it_is_replaced() {
        ActionType type = aNewActionType();
        ActionType untagged = new ActionType(type.id(), DEFINITION, TIMING);

        assertThatThrownBy(() -> put(untagged)).isInstanceOf(Refusal.DeclarationsLost.class);
        assertThat(found(type.id())).isEqualTo(type);

        operator().replaceActionType(account(), untagged);
        assertThat(found(type.id())).isEqualTo(untagged);
    }

    @Test
    default void the_queryable_property_never_changes() {
        ActionType type = aNewActionType();
        ActionType other = new ActionType(type.id(), ActionTypeDefinition.DEFAULT, TIMING);

        assertThatThrownBy(() -> operator().replaceActionType(account(), other)).isInstanceOf(Refusal.Validation.class);
        assertThatThrownBy(() -> operator().changeActionType(account(), type.id(), it -> other))
                .isInstanceOf(Refusal.Validation.class);
        assertThat(found(type.id())).isEqualTo(type);
    }

    @Test
    default void nobody_defines_what_aws_carries_out() {
        assertThatThrownBy(() -> put(new ActionType(ActionTypeWorld.newId(ActionOwner.AWS), TIMING)))
                .isInstanceOf(Refusal.Validation.class);
    }

    @Test
    default void a_change_is_made_of_what_is_registered_and_kept() {
        ActionType type = aNewActionType();

        ActionType changed = operator()
                .changeActionType(
                        account(),
                        type.id(),
                        it -> new ActionType(it.id(), it.definition(), OTHER_TIMING).tagged(it.tags()));

        assertThat(changed).isEqualTo(new ActionType(type.id(), DEFINITION, OTHER_TIMING).tagged(TAGS));
        assertThat(found(type.id())).isEqualTo(changed);
    }

    @Test
    default void what_nobody_registered_is_not_found() {
        ActionTypeId unknown = ActionTypeWorld.newId(ActionOwner.ThirdParty);

        assertThatThrownBy(() -> found(unknown)).isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(() -> operator().changeActionType(account(), unknown, it -> it))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(() -> operator().deleteActionType(account(), unknown))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
    }

    @Test
    default void of_what_was_deleted_nothing_starts_and_nothing_is_handed_out_but_work_goes_on() {
        CustomWorker worker = customWorker(TIMING);
        var taken = worker.startAndTake();
        worker.start();

        operator().deleteActionType(account(), worker.actionType());

        assertThatThrownBy(() -> found(worker.actionType())).isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(worker::start).isInstanceOf(Refusal.ActionTypeNotFound.class);
        assertThatThrownBy(worker::poll).isInstanceOf(Refusal.ActionTypeNotFound.class);
        worker.succeed(taken, COMPLETE);
        operator().deleteActionType(account(), worker.actionType());
    }

    @Test
    default void what_was_deleted_comes_back_as_it_was_or_not_at_all() {
        ActionType type = aNewActionType();
        operator().deleteActionType(account(), type.id());

        assertThatThrownBy(() -> put(new ActionType(type.id(), ActionTypeDefinition.DEFAULT, TIMING)))
                .isInstanceOf(Refusal.Validation.class);
        put(type);
        assertThat(found(type.id())).isEqualTo(type);
    }

    @Test
    default void action_types_are_listed_by_name_page_by_page_and_those_that_were_deleted_are_left_out() {
        List<ActionTypeId> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(put(new ActionType(ActionTypeWorld.newId(ActionOwner.ThirdParty), TIMING))
                    .id());
        }
        ActionTypeId deleted = aNewActionType().id();
        operator().deleteActionType(account(), deleted);

        List<String> listed = everyPage(2, page -> operator().actionTypes(account(), page)).stream()
                .map(type -> type.id().toString())
                .toList();

        assertThat(listed)
                .isSorted()
                .doesNotHaveDuplicates()
                .containsAll(ids.stream().map(ActionTypeId::toString).toList())
                .doesNotContain(deleted.toString());
    }

    @Test
    default void a_token_that_no_list_of_action_types_gave_out_is_refused() {
        PageRequest page = new PageRequest(10, Optional.of("not-a-token"));

        assertThatThrownBy(() -> operator().actionTypes(account(), page)).isInstanceOf(Refusal.InvalidNextToken.class);
    }

    @Test
    default void each_account_has_action_types_of_its_own() {
        ActionType type = aNewActionType();

        assertThat(foreigners()).extracting(Caller::account).allSatisfy(other -> {
            assertThatThrownBy(() -> operator().actionType(other, type.id()))
                    .isInstanceOf(Refusal.ActionTypeNotFound.class);
            assertThatThrownBy(() -> operator().deleteActionType(other, type.id()))
                    .isInstanceOf(Refusal.ActionTypeNotFound.class);
        });
        assertThat(found(type.id())).isEqualTo(type);
    }
}
