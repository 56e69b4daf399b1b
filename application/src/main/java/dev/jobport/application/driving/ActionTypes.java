package dev.jobport.application.driving;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import java.util.Optional;
import java.util.Set;

/**
 * What those who define action types and look them up may ask (CodePipeline API Reference, API version 2015-07-09, the
 * operations of the same names). The operator sees the same action types from the other side.
 *
 * <p>To change anything, the caller needs control rights; to see an action type, these or the right to touch its jobs. A
 * refused command changes nothing.
 */
public interface ActionTypes {

    /** How many action types a page has where nobody says it: AWS's operation has no member for it. */
    int PAGE = PageRequest.DEFAULT_MAX_RESULTS;

    /** How many custom action types there may be, deleted ones not counted (CodePipeline User Guide, quotas). */
    int MAX_CUSTOM_ACTION_TYPES = 50;

    /**
     * Makes a custom action type, with the durations by default, or brings back a deleted one as it was. If there is one
     * with the same definition and tags, nothing happens: an answer may get lost, and clients then ask again.
     *
     * @param id of a custom action type
     * @throws Refusal.AccessDenied if the caller may not
     * @throws Refusal.LimitExceeded if there are {@value #MAX_CUSTOM_ACTION_TYPES} others
     * @throws Refusal.Validation if there is another one of this id, or there was a different one
     */
    ActionType createCustomActionType(Caller caller, ActionTypeId id, ActionTypeDefinition definition, Tags tags);

    /**
     * Leaves a tombstone in the place of a custom action type: nothing of it starts or is handed out any more, what job
     * workers have in their hands goes on. It may be one already.
     *
     * @param id of a custom action type
     * @throws Refusal.AccessDenied if the caller may not
     * @throws Refusal.Validation if there never was such an action type
     */
    void deleteCustomActionType(Caller caller, ActionTypeId id);

    /**
     * The action types that the caller may see, by their names. The pages of one list have to be asked for with the same
     * filters.
     *
     * @param region in which they have to be; there are none in others than the server's
     * @throws Refusal.InvalidNextToken if the token was not given out by this list
     */
    Page<ActionType> listActionTypes(
            Caller caller, Optional<ActionOwner> owner, Optional<String> region, PageRequest page);

    /**
     * @throws Refusal.AccessDenied if the caller may not see it
     * @throws Refusal.ActionTypeNotFound if there is none
     */
    ActionType getActionType(Caller caller, ActionTypeId id);

    /**
     * Makes an action type as its provider declares it. What a declaration does not know of stays: tags, other durations,
     * and the types of properties that keep their names.
     *
     * @throws Refusal.AccessDenied if the caller may not
     * @throws Refusal.ActionTypeNotFound if there is none
     * @throws Refusal.RequestFailed if others than job workers would have to carry out its actions
     * @throws Refusal.Validation if its queryable property would change, or such an action type cannot be like this
     */
    void updateActionType(Caller caller, ActionTypeDeclaration declaration);

    /**
     * Gives an action type further tags, and tags that it has other values.
     *
     * @throws Refusal.InvalidArn if it names an action type that cannot be
     * @throws Refusal.AccessDenied if the caller may not
     * @throws Refusal.ResourceNotFound if there is no action type of this ARN, or it is something else's
     * @throws Refusal.TooManyTags if there would be more than {@value Tags#MOST}
     */
    void tagResource(Caller caller, ResourceArn resourceArn, Tags tags);

    /**
     * Takes tags away, as far as they are there.
     *
     * @throws Refusal.InvalidArn if it names an action type that cannot be
     * @throws Refusal.AccessDenied if the caller may not
     * @throws Refusal.ResourceNotFound if there is no action type of this ARN, or it is something else's
     * @throws Refusal.InvalidTags if a key cannot be a tag's
     */
    void untagResource(Caller caller, ResourceArn resourceArn, Set<String> tagKeys);

    /**
     * The tags of an action type, by their keys.
     *
     * @throws Refusal.InvalidArn if it names an action type that cannot be
     * @throws Refusal.AccessDenied if the caller may not see it
     * @throws Refusal.ResourceNotFound if there is no action type of this ARN, or it is something else's
     * @throws Refusal.InvalidNextToken if the token was not given out by this list
     */
    Page<Tags.Tag> listTagsForResource(Caller caller, ResourceArn resourceArn, PageRequest page);
}
