package dev.jobport.bootstrap;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each change to an action type that is asked for with an access key, whatever the transport. */
final class AuditedActionTypes implements ActionTypes {

    private static final Logger LOG = LoggerFactory.getLogger("audit");

    private final ActionTypes actionTypes;

    AuditedActionTypes(ActionTypes actionTypes) {
        this.actionTypes = actionTypes;
    }

    @Override
    public ActionType createCustomActionType(
            Caller caller, ActionTypeId id, ActionTypeDefinition definition, Tags tags) {
        return told(
                caller,
                "CreateCustomActionType",
                id,
                () -> actionTypes.createCustomActionType(caller, id, definition, tags));
    }

    @Override
    public void deleteCustomActionType(Caller caller, ActionTypeId id) {
        told(caller, "DeleteCustomActionType", id, () -> actionTypes.deleteCustomActionType(caller, id));
    }

    @Override
    public void updateActionType(Caller caller, ActionTypeDeclaration declaration) {
        told(caller, "UpdateActionType", declaration.id(), () -> actionTypes.updateActionType(caller, declaration));
    }

    @Override
    public void tagResource(Caller caller, ResourceArn resourceArn, Tags tags) {
        told(caller, "TagResource", resourceArn, () -> actionTypes.tagResource(caller, resourceArn, tags));
    }

    @Override
    public void untagResource(Caller caller, ResourceArn resourceArn, Set<String> tagKeys) {
        told(caller, "UntagResource", resourceArn, () -> actionTypes.untagResource(caller, resourceArn, tagKeys));
    }

    @Override
    public Page<ActionType> listActionTypes(
            Caller caller, Optional<ActionOwner> owner, Optional<String> region, PageRequest page) {
        return actionTypes.listActionTypes(caller, owner, region, page);
    }

    @Override
    public ActionType getActionType(Caller caller, ActionTypeId id) {
        return actionTypes.getActionType(caller, id);
    }

    @Override
    public Page<Tags.Tag> listTagsForResource(Caller caller, ResourceArn resourceArn, PageRequest page) {
        return actionTypes.listTagsForResource(caller, resourceArn, page);
    }

    private static void told(Caller caller, String what, Object resource, Runnable change) {
        told(caller, what, resource, () -> {
            change.run();
            return null;
        });
    }

    private static <T> T told(Caller caller, String what, Object resource, Supplier<T> change) {
        String outcome = "not done";
        try {
            T done = change.get();
            outcome = "ok";
            return done;
        } finally {
            LOG.atInfo()
                    .addKeyValue("who", caller.name())
                    .addKeyValue("account", caller.account())
                    .addKeyValue("what", what)
                    .addKeyValue("resource", resource)
                    .addKeyValue("outcome", outcome)
                    .log("action type");
        }
    }
}
