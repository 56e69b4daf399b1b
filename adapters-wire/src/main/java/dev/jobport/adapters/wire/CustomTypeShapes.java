package dev.jobport.adapters.wire;

import static dev.jobport.adapters.wire.json.Types.list;
import static dev.jobport.adapters.wire.json.Types.text;

import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Pages;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.application.Page;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Tags.Tag;
import java.util.List;

/** Custom action types, in the older shape. */
final class CustomTypeShapes {

    static final Type<List<ConfigurationProperty>> PROPERTIES = AwsCollections.list(
            ActionTypeShapes.property(true, ConfigurationProperty.CUSTOM_DESCRIPTION),
            ActionTypeDefinition.MAX_PROPERTIES);

    static final Shape<ArtifactDetails> DETAILS = ActionTypeShapes.artifactDetails(ArtifactDetails.CUSTOM_COUNT);

    private static final Type<String> KEY = text(Tags.KEY);
    private static final Type<String> VALUE = text(Tags.VALUE);

    private static final Shape<Tag> TAG = Shape.of("Tag", form -> {
        var key = form.required("key", KEY, Tag::key);
        var value = form.required("value", VALUE, Tag::value);
        return form.build(() -> new Tag(key, value));
    });

    static final Type<List<Tag>> TAGS = list(TAG);

    private static final Shape<ActionType> ACTION_TYPE = Shape.answer("ActionType", form -> {
        form.required("id", ActionTypeShapes.ID, ActionType::id);
        form.orAbsent(
                "settings",
                ActionTypeShapes.SETTINGS,
                ActionTypeSettings.NONE,
                it -> it.definition().settings());
        form.required(
                "actionConfigurationProperties",
                PROPERTIES,
                it -> it.definition().configurationProperties());
        form.required("inputArtifactDetails", DETAILS, it -> it.definition().inputArtifactDetails());
        form.required("outputArtifactDetails", DETAILS, it -> it.definition().outputArtifactDetails());
    });

    static final Shape<ActionType> CREATED = Shape.answer("CreatedActionType", form -> {
        form.required("actionType", ACTION_TYPE, it -> it);
        form.orAbsent("tags", TAGS, List.of(), it -> it.tags().asList());
    });

    static final Shape<Page<ActionType>> LISTED = Pages.of("ActionTypes", "actionTypes", ACTION_TYPE);
    static final Shape<Page<Tag>> LISTED_TAGS = Pages.of("Tags", "tags", TAG);

    private CustomTypeShapes() {}
}
