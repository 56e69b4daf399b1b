package dev.jobport.application.usecase;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Carries out what is asked by those who define action types and look them up. */
public final class ActionTypeUseCases implements ActionTypes {

    private final ActionTypeRepository actionTypes;

    public ActionTypeUseCases(Store store) {
        this.actionTypes = store.actionTypes();
    }

    @Override
    public ActionType createCustomActionType(
            Caller caller, ActionTypeId id, ActionTypeDefinition definition, Tags tags) {
        caller.requireControl(id);
        NamedActionTypes.requireOwner(id, ActionOwner.Custom);
        return actionTypes.update(caller.account(), id, (before, others) -> {
            Optional<ActionType> existing = before.filter(type -> !type.isDeleted());
            if (existing.isPresent()) {
                return existing.filter(type -> type.definition().equals(definition)
                                && type.tags().equals(tags))
                        .orElseThrow(() -> new Refusal.Validation(
                                "version", id.description() + " exists and is not like this; choose another version."));
            }
            if (others >= MAX_CUSTOM_ACTION_TYPES) {
                throw new Refusal.LimitExceeded("There are " + others + " custom action types, and there may be "
                        + MAX_CUSTOM_ACTION_TYPES + "; delete one first.");
            }
            Timing timing = before.map(ActionType::timing).orElse(Timing.defaultsFor(ActionOwner.Custom));
            ActionType wanted = new ActionType(id, definition, timing, ProviderDeclaration.NONE, tags, false);
            return before.map(tombstone -> tombstone.replace(wanted)).orElse(wanted);
        });
    }

    @Override
    public void deleteCustomActionType(Caller caller, ActionTypeId id) {
        caller.requireControl(id);
        NamedActionTypes.requireOwner(id, ActionOwner.Custom);
        actionTypes.update(
                caller.account(),
                id,
                (before, others) -> before.orElseThrow(() -> new Refusal.Validation(
                                "", id.description() + " is not available; list the action types."))
                        .delete());
    }

    @Override
    public Page<ActionType> listActionTypes(
            Caller caller, Optional<ActionOwner> owner, Optional<String> region, PageRequest page) {
        String list = "actionTypes-" + owner.map(ActionOwner::name).orElse("");
        String after = page.after(list);
        if (region.isPresent() && !region.get().equals(caller.account().region())) {
            return new Page<>(List.of(), Optional.empty());
        }
        String prefix = owner.map(it -> it + "/").orElse("");
        List<ActionType> found = NamedActionTypes.list(
                actionTypes, caller.account(), prefix, after, type -> caller.maySee(type.id()), page.maxResults() + 1);
        return page.pageOf(list, found, type -> type.id().toString());
    }

    @Override
    public ActionType getActionType(Caller caller, ActionTypeId id) {
        caller.requireSight(id);
        return NamedActionTypes.find(actionTypes, caller.account(), id);
    }

    @Override
    public void updateActionType(Caller caller, ActionTypeDeclaration declared) {
        caller.requireControl(declared.id());
        if (declared.executorType() != ExecutorType.JobWorker) {
            throw new Refusal.RequestFailed("Only job workers carry out actions here;"
                    + " declare the executor type JobWorker and no Lambda function.");
        }
        change(caller.account(), declared.id(), NamedActionTypes.notFound(declared.id()), before -> {
            Timing byDefault = Timing.defaultsFor(declared.id().owner());
            return before.replace(new ActionType(
                    declared.id(),
                    declared.definition().withTypesOf(before.definition()),
                    before.timing().withJobTimeout(declared.jobTimeout().orElse(byDefault.jobTimeout())),
                    declared.declaration(),
                    before.tags(),
                    false));
        });
    }

    @Override
    public void tagResource(Caller caller, ResourceArn resourceArn, Tags tags) {
        changeTags(caller, resourceArn, before -> before.with(tags));
    }

    @Override
    public void untagResource(Caller caller, ResourceArn resourceArn, Set<String> tagKeys) {
        changeTags(caller, resourceArn, before -> before.without(tagKeys));
    }

    private void changeTags(Caller caller, ResourceArn arn, UnaryOperator<Tags> change) {
        ActionTypeId id = ActionTypeArns.read(caller.account(), arn);
        caller.requireControl(id);
        change(
                caller.account(),
                id,
                new Refusal.ResourceNotFound(arn),
                before -> before.tagged(change.apply(before.tags())));
    }

    private void change(Account account, ActionTypeId id, Refusal otherwise, UnaryOperator<ActionType> change) {
        actionTypes.update(
                account,
                id,
                (before, others) ->
                        change.apply(before.filter(type -> !type.isDeleted()).orElseThrow(() -> otherwise)));
    }

    @Override
    public Page<Tags.Tag> listTagsForResource(Caller caller, ResourceArn resourceArn, PageRequest page) {
        ActionTypeId id = ActionTypeArns.read(caller.account(), resourceArn);
        caller.requireSight(id);
        Tags tags = actionTypes
                .find(caller.account(), id)
                .filter(type -> !type.isDeleted())
                .orElseThrow(() -> new Refusal.ResourceNotFound(resourceArn))
                .tags();
        String list = "tags-" + id;
        String after = page.after(list);
        List<Tags.Tag> found = tags.asList().stream()
                .filter(tag -> tag.key().compareTo(after) > 0)
                .limit(page.maxResults() + 1)
                .toList();
        return page.pageOf(list, found, Tags.Tag::key);
    }
}
