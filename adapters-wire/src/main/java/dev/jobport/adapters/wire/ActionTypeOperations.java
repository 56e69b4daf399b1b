package dev.jobport.adapters.wire;

import static dev.jobport.adapters.wire.json.Types.constant;
import static dev.jobport.adapters.wire.json.Types.text;
import static dev.jobport.adapters.wire.json.Types.whole;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.Operations.Operation;
import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Account;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations on action types by their names on the wire, as {@link Operations} has those on jobs. */
final class ActionTypeOperations {

    private static final Type<ResourceArn> RESOURCE_ARN = text(ResourceArn.FORM, ResourceArn::new, ResourceArn::value);
    private static final Type<String> NEXT_TOKEN = text(PageRequest.NEXT_TOKEN);
    private static final Type<List<String>> TAG_KEYS =
            AwsCollections.texts(new RangeConstraint(0, Integer.MAX_VALUE), Tags.KEY);
    private static final Shape<ActionTypeDeclaration> DECLARED =
            Shape.only("actionType", DeclarationShapes.DECLARATION);

    private final ActionTypes actionTypes;

    ActionTypeOperations(ActionTypes actionTypes) {
        this.actionTypes = actionTypes;
    }

    Map<String, Operation> byName() {
        return Map.ofEntries(
                entry("CreateCustomActionType", this::create),
                entry("DeleteCustomActionType", this::delete),
                entry("ListActionTypes", this::list),
                entry("GetActionType", this::get),
                entry("UpdateActionType", this::update),
                entry("TagResource", this::tag),
                entry("UntagResource", this::untag),
                entry("ListTagsForResource", this::listTags));
    }

    private Optional<ObjectNode> create(Caller caller, Members in) {
        var id = customId(in);
        var settings = in.optional("settings", ActionTypeShapes.SETTINGS);
        var properties = in.optional("configurationProperties", CustomTypeShapes.PROPERTIES);
        var inputArtifactDetails = in.required("inputArtifactDetails", CustomTypeShapes.DETAILS);
        var outputArtifactDetails = in.required("outputArtifactDetails", CustomTypeShapes.DETAILS);
        var tags = in.optional("tags", CustomTypeShapes.TAGS);
        var definition = in.build(() -> new ActionTypeDefinition(
                settings.orElse(ActionTypeSettings.NONE),
                properties.orElse(List.of()),
                inputArtifactDetails,
                outputArtifactDetails));
        in.check();
        return Optional.of(CustomTypeShapes.CREATED.write(
                actionTypes.createCustomActionType(caller, id, definition, Tags.of(tags.orElse(List.of())))));
    }

    private Optional<ObjectNode> delete(Caller caller, Members in) {
        var id = customId(in);
        in.check();
        actionTypes.deleteCustomActionType(caller, id);
        return Optional.empty();
    }

    private Optional<ObjectNode> list(Caller caller, Members in) {
        var owner = in.optional("actionOwnerFilter", constant(ActionOwner.class));
        var nextToken = in.optional("nextToken", NEXT_TOKEN);
        var region = in.optional("regionFilter", text(Account.REGION_NAME));
        in.check();
        PageRequest page = new PageRequest(ActionTypes.PAGE, nextToken);
        return Optional.of(CustomTypeShapes.LISTED.write(actionTypes.listActionTypes(caller, owner, region, page)));
    }

    private Optional<ObjectNode> get(Caller caller, Members in) {
        var id = DeclarationShapes.ID.read(in);
        return Optional.of(DECLARED.write(DeclarationShapes.of(actionTypes.getActionType(caller, id))));
    }

    private Optional<ObjectNode> update(Caller caller, Members in) {
        var declaration = in.required("actionType", DeclarationShapes.DECLARATION);
        in.check();
        actionTypes.updateActionType(caller, declaration);
        return Optional.empty();
    }

    private Optional<ObjectNode> tag(Caller caller, Members in) {
        var resourceArn = in.required("resourceArn", RESOURCE_ARN);
        var tags = in.required("tags", CustomTypeShapes.TAGS);
        in.check();
        actionTypes.tagResource(caller, resourceArn, Tags.of(tags));
        return Optional.of(Json.object());
    }

    private Optional<ObjectNode> untag(Caller caller, Members in) {
        var resourceArn = in.required("resourceArn", RESOURCE_ARN);
        var tagKeys = in.required("tagKeys", TAG_KEYS);
        in.check();
        actionTypes.untagResource(caller, resourceArn, Set.copyOf(tagKeys));
        return Optional.of(Json.object());
    }

    private Optional<ObjectNode> listTags(Caller caller, Members in) {
        var resourceArn = in.required("resourceArn", RESOURCE_ARN);
        var nextToken = in.optional("nextToken", NEXT_TOKEN);
        var maxResults = in.optional("maxResults", whole(PageRequest.MAX_RESULTS));
        in.check();
        // without a limit AWS lists all tags at once
        PageRequest page = new PageRequest(maxResults.orElse((int) PageRequest.MAX_RESULTS.max()), nextToken);
        return Optional.of(
                CustomTypeShapes.LISTED_TAGS.write(actionTypes.listTagsForResource(caller, resourceArn, page)));
    }

    private static ActionTypeId customId(Members in) {
        var category = in.required("category", ActionTypeShapes.CATEGORY);
        var provider = in.required("provider", ActionTypeShapes.PROVIDER);
        var version = in.required("version", ActionTypeShapes.VERSION);
        return in.build(() -> new ActionTypeId(category, ActionOwner.Custom, provider, version));
    }
}
