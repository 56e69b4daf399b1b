package dev.jobport.contracts.actiontypes;

import static dev.jobport.contracts.Pages.everyPage;

import dev.jobport.application.driving.ActionTypes;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The world as those see it who define action types. No test leaves custom action types behind, of which there may be few. */
public interface ActionTypeWorld extends JobWorkerWorld {

    @AfterEach
    default void leave_no_custom_action_types_behind() {
        list(Optional.of(ActionOwner.Custom)).forEach(type -> delete(type.id()));
    }

    /** The id of an action type that no other test uses. */
    static ActionTypeId newId(ActionOwner owner) {
        return new ActionTypeId(ActionCategory.Build, owner, JobWorkerWorld.newName(), "1");
    }

    default ActionType create(ActionTypeId id, ActionTypeDefinition definition, Tags tags) {
        return actionTypes().createCustomActionType(administrator(), id, definition, tags);
    }

    /** The id of a new custom action type. */
    default ActionTypeId create(ActionTypeDefinition definition) {
        ActionTypeId id = newId(ActionOwner.Custom);
        create(id, definition, Tags.NONE);
        return id;
    }

    default void delete(ActionTypeId id) {
        actionTypes().deleteCustomActionType(administrator(), id);
    }

    /** Those of all pages. */
    default List<ActionType> list(Optional<ActionOwner> owner) {
        return everyPage(
                ActionTypes.PAGE,
                page -> actionTypes().listActionTypes(administrator(), owner, Optional.empty(), page));
    }

    default List<ActionTypeId> ids(ActionOwner owner) {
        return list(Optional.of(owner)).stream().map(ActionType::id).toList();
    }

    default ResourceArn arn(Object id) {
        return new ResourceArn(account().arn("actiontype:" + id));
    }
}
