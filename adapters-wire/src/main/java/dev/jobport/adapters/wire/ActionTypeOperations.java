package dev.jobport.adapters.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.Operations.Operation;
import dev.jobport.adapters.wire.json.ActionTypeParts;
import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Account;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.action.Tags;
import dev.jobport.domain.action.Tags.Tag;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations on action types by their names on the wire, as {@link Operations} has those on jobs. */
final class ActionTypeOperations {

    private static final RangeConstraint ANY_SIZE = new RangeConstraint(0, Integer.MAX_VALUE);

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
        var settings = in.optionalStructure("settings", ActionTypeParts::settings);
        var properties = AwsCollections.list(
                in, "configurationProperties", ActionTypeDefinition.MOST_PROPERTIES, ActionTypeOperations::property);
        var inputArtifactDetails = in.requiredStructure("inputArtifactDetails", ActionTypeOperations::customArtifacts);
        var outputArtifactDetails =
                in.requiredStructure("outputArtifactDetails", ActionTypeOperations::customArtifacts);
        var tags = in.list("tags", ActionTypeOperations::tag);
        var definition = in.build(() -> new ActionTypeDefinition(
                settings.orElse(ActionTypeSettings.NONE), properties, inputArtifactDetails, outputArtifactDetails));
        in.check();
        return Optional.of(
                ActionTypeAnswers.created(actionTypes.createCustomActionType(caller, id, definition, Tags.of(tags))));
    }

    private Optional<ObjectNode> delete(Caller caller, Members in) {
        var id = customId(in);
        in.check();
        actionTypes.deleteCustomActionType(caller, id);
        return Optional.empty();
    }

    private Optional<ObjectNode> list(Caller caller, Members in) {
        var owner = in.optional("actionOwnerFilter", ActionOwner.class);
        var nextToken = nextToken(in);
        var region = in.optional("regionFilter", Account.REGION_NAME::require);
        in.check();
        return Optional.of(ActionTypeAnswers.list(actionTypes.listActionTypes(caller, owner, region, nextToken)));
    }

    private Optional<ObjectNode> get(Caller caller, Members in) {
        var id = Declarations.id(in);
        in.check();
        return Optional.of(ActionTypeAnswers.declaration(actionTypes.getActionType(caller, id)));
    }

    private Optional<ObjectNode> update(Caller caller, Members in) {
        var declaration = in.requiredStructure("actionType", Declarations::read);
        in.check();
        actionTypes.updateActionType(caller, declaration);
        return Optional.empty();
    }

    private Optional<ObjectNode> tag(Caller caller, Members in) {
        var resourceArn = resourceArn(in);
        var tags = AwsCollections.requiredList(in, "tags", ActionTypeOperations::tag);
        in.check();
        actionTypes.tagResource(caller, resourceArn, Tags.of(tags));
        return Optional.of(Json.object());
    }

    private Optional<ObjectNode> untag(Caller caller, Members in) {
        var resourceArn = resourceArn(in);
        var tagKeys = AwsCollections.requiredTexts(in, "tagKeys", ANY_SIZE, Tags.KEY);
        in.check();
        actionTypes.untagResource(caller, resourceArn, Set.copyOf(tagKeys));
        return Optional.of(Json.object());
    }

    private Optional<ObjectNode> listTags(Caller caller, Members in) {
        var resourceArn = resourceArn(in);
        var nextToken = nextToken(in);
        var maxResults = in.optional("maxResults", PageRequest.MAX_RESULTS);
        in.check();
        // without a limit AWS lists all tags at once
        PageRequest page = new PageRequest(maxResults.orElse((int) PageRequest.MAX_RESULTS.max()), nextToken);
        return Optional.of(ActionTypeAnswers.tags(actionTypes.listTagsForResource(caller, resourceArn, page)));
    }

    private static ActionTypeId customId(Members in) {
        var category = in.required("category", ActionCategory.class);
        var provider = in.required("provider", ActionTypeId.PROVIDER::require);
        var version = in.required("version", ActionTypeId.VERSION::require);
        return in.build(() -> new ActionTypeId(category, ActionOwner.Custom, provider, version));
    }

    private static ArtifactDetails customArtifacts(Members in) {
        return ActionTypeParts.artifactDetails(in, ArtifactDetails.CUSTOM_COUNT);
    }

    private static ConfigurationProperty property(Members in) {
        var name = in.required("name", ConfigurationProperty.NAME::require);
        var required = in.requiredBoolean("required");
        var key = in.requiredBoolean("key");
        var secret = in.requiredBoolean("secret");
        var queryable = in.optionalBoolean("queryable").orElse(false);
        var description = in.optional("description", ConfigurationProperty.CUSTOM_DESCRIPTION::require);
        var type = in.optional("type", ConfigurationProperty.Type.class).orElse(ConfigurationProperty.Type.String);
        return in.build(() -> new ConfigurationProperty(name, required, key, secret, queryable, description, type));
    }

    private static Tag tag(Members in) {
        var key = in.required("key", Tags.KEY::require);
        var value = in.required("value", Tags.VALUE::require);
        return in.build(() -> new Tag(key, value));
    }

    private static String resourceArn(Members in) {
        return in.required("resourceArn", PipelineContext.ARN::require);
    }

    private static Optional<String> nextToken(Members in) {
        return in.optional("nextToken", PageRequest.NEXT_TOKEN::require);
    }
}
