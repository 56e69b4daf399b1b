package dev.jobport.adapters.wire.json;

import static dev.jobport.adapters.wire.json.Types.BOOLEAN;
import static dev.jobport.adapters.wire.json.Types.constant;
import static dev.jobport.adapters.wire.json.Types.text;
import static dev.jobport.adapters.wire.json.Types.whole;

import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.UrlTemplate;
import java.util.function.Function;

/** The parts of an action type that both sides of the server spell alike. */
public final class ActionTypeShapes {

    public static final Type<ActionCategory> CATEGORY = constant(ActionCategory.class);
    public static final Type<ActionOwner> OWNER =
            constant(ActionOwner.class).about("ThirdParty and Custom can be registered and started.");
    public static final Type<String> PROVIDER = text(ActionTypeId.PROVIDER).about("Who provides the action type.");
    public static final Type<String> VERSION = text(ActionTypeId.VERSION).about("The action type's version.");
    public static final Type<String> URL = text(ActionTypeSettings.URL);
    public static final Type<UrlTemplate> TEMPLATE = text(UrlTemplate.TEXT, UrlTemplate::new, UrlTemplate::text);

    public static final Shape<ActionTypeId> ID = id(OWNER);

    public static final Shape<ActionTypeSettings> SETTINGS = Shape.of("ActionTypeSettings", form -> {
        form.about("Where people are led from an action. A template has places `{Config:name}`,"
                + " `{ExternalExecutionId}` and `{RevisionId}`. A URL is shown when all its places can be filled, and"
                + " none of them with a secret.");
        var thirdPartyConfigurationUrl = form.optional(
                "thirdPartyConfigurationUrl",
                URL.about("Where people sign up at the provider."),
                ActionTypeSettings::thirdPartyConfigurationUrl);
        var entityUrlTemplate = form.optional(
                "entityUrlTemplate",
                TEMPLATE.about("To the thing that the action works on."),
                ActionTypeSettings::entityUrlTemplate);
        var executionUrlTemplate = form.optional(
                "executionUrlTemplate",
                TEMPLATE.about("To what the action does just now."),
                ActionTypeSettings::executionUrlTemplate);
        var revisionUrlTemplate = form.optional(
                "revisionUrlTemplate",
                TEMPLATE.about("To where the action's configuration can be changed."),
                ActionTypeSettings::revisionUrlTemplate);
        return form.build(() -> new ActionTypeSettings(
                thirdPartyConfigurationUrl, entityUrlTemplate, executionUrlTemplate, revisionUrlTemplate));
    });

    private ActionTypeShapes() {}

    /** @param owner how it is spelled where this id stands */
    public static Shape<ActionTypeId> id(Type<ActionOwner> owner) {
        return Shape.of("ActionTypeId", form -> {
            form.about("The name of an action type.");
            var category = form.required("category", CATEGORY, ActionTypeId::category);
            var readOwner = form.required("owner", owner, ActionTypeId::owner);
            var provider = form.required("provider", PROVIDER, ActionTypeId::provider);
            var version = form.required("version", VERSION, ActionTypeId::version);
            return form.build(() -> new ActionTypeId(category, readOwner, provider, version));
        });
    }

    /** @param count what either number may be */
    public static Shape<ArtifactDetails> artifactDetails(RangeConstraint count) {
        Type<Integer> number = whole(count);
        return Shape.of("ArtifactDetails", form -> {
            form.about("How many artifacts an action may have; at most 5 for a custom action type.");
            var minimumCount = form.required("minimumCount", number, ArtifactDetails::minimumCount);
            var maximumCount = form.required("maximumCount", number, ArtifactDetails::maximumCount);
            return form.build(() -> new ArtifactDetails(minimumCount, maximumCount));
        });
    }

    /**
     * @param isComplete whether its first three truth values must be given; otherwise they are false
     * @param description what that may be
     */
    public static Shape<ConfigurationProperty> property(boolean isComplete, TextConstraint description) {
        Type<String> text = text(description).about("At most 160 characters for a custom action type.");
        Type<ConfigurationProperty.Type> type =
                constant(ConfigurationProperty.Type.class).about("What values mean to people; it is not checked.");
        return Shape.of("ConfigurationProperty", form -> {
            form.about("A setting that actions of the type have.");
            var name = form.required("name", text(ConfigurationProperty.NAME), ConfigurationProperty::name);
            var required = flag(
                    form,
                    isComplete,
                    "required",
                    "Whether every action must give it.",
                    ConfigurationProperty::required);
            var key = flag(
                    form,
                    isComplete,
                    "key",
                    "Whether it names the thing that the action works on.",
                    ConfigurationProperty::key);
            var secret = flag(
                    form,
                    isComplete,
                    "secret",
                    "Whether only job workers are shown its value.",
                    ConfigurationProperty::secret);
            var queryable = flag(
                    form,
                    false,
                    "queryable",
                    "Whether polls ask for the jobs of one value of it; at most one property of a custom action type,"
                            + " required and not secret. Its values have 1 to 50 characters of [a-zA-Z0-9_-].",
                    ConfigurationProperty::queryable);
            var readDescription = form.optional("description", text, ConfigurationProperty::description);
            var readType = form.orElse("type", type, ConfigurationProperty.Type.String, ConfigurationProperty::type);
            return form.build(
                    () -> new ConfigurationProperty(name, required, key, secret, queryable, readDescription, readType));
        });
    }

    private static <T> Boolean flag(
            Form<T> form, boolean isRequired, String member, String about, Function<T, Boolean> get) {
        return isRequired
                ? form.required(member, BOOLEAN.about(about), get)
                : form.orElse(member, BOOLEAN.about(about), false, get);
    }
}
