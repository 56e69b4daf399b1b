package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.ActionTypeIds;
import dev.jobport.adapters.wire.json.ActionTypeParts;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.domain.Account;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.ProviderDeclaration;
import dev.jobport.domain.action.Tags;
import dev.jobport.domain.action.Timing;
import java.time.Duration;
import java.util.List;

/** Action types as the control API spells them. */
final class ActionTypeJson {

    private ActionTypeJson() {}

    /** All but the id; what is absent takes its default. */
    static ActionType read(ActionTypeId id, Members in) {
        Timing defaults = Timing.defaultsFor(id.owner());
        Duration lease = duration(in, "dispatchLeaseSeconds", Timing.JOB_SECONDS, defaults.dispatchLease());
        Duration job = duration(in, "jobTimeoutSeconds", Timing.JOB_SECONDS, defaults.jobTimeout());
        Duration action = duration(in, "actionTimeoutSeconds", Timing.ACTION_SECONDS, defaults.actionTimeout());
        Duration delay = duration(in, "continuationDelaySeconds", Timing.JOB_SECONDS, defaults.continuationDelay());
        var definition = definition(in);
        var declaration =
                in.optionalStructure("declaration", ActionTypeJson::declaration).orElse(ProviderDeclaration.NONE);
        var tags = in.map("tags", Tags.KEY, Tags.VALUE);
        in.check();
        return new ActionType(
                id, definition, new Timing(lease, job, action, delay), declaration, new Tags(tags), false);
    }

    private static Duration duration(Members in, String member, RangeConstraint seconds, Duration otherwise) {
        return in.optional(member, seconds).map(Duration::ofSeconds).orElse(otherwise);
    }

    static ObjectNode write(ActionType actionType) {
        ObjectNode view = Json.object();
        view.set("actionTypeId", ActionTypeIds.write(actionType.id()));
        view.setAll(writeDefinition(actionType));
        return view;
    }

    /** All but the id, as {@link #read} takes it. */
    static ObjectNode writeDefinition(ActionType actionType) {
        ObjectNode view = Json.object();
        Timing timing = actionType.timing();
        view.put("dispatchLeaseSeconds", timing.dispatchLease().toSeconds())
                .put("jobTimeoutSeconds", timing.jobTimeout().toSeconds())
                .put("actionTimeoutSeconds", timing.actionTimeout().toSeconds())
                .put("continuationDelaySeconds", timing.continuationDelay().toSeconds());
        ActionTypeDefinition definition = actionType.definition();
        view.set("settings", ActionTypeParts.write(definition.settings()));
        view.set("configurationProperties", ActionTypeParts.write(definition.configurationProperties()));
        view.set("inputArtifactDetails", ActionTypeParts.write(definition.inputArtifactDetails()));
        view.set("outputArtifactDetails", ActionTypeParts.write(definition.outputArtifactDetails()));
        view.set("declaration", view(actionType.declaration()));
        ObjectNode tags = view.putObject("tags");
        actionType.tags().values().forEach(tags::put);
        return view;
    }

    private static ObjectNode view(ProviderDeclaration declaration) {
        ObjectNode view = Json.object();
        declaration.description().ifPresent(text -> view.put("description", text));
        put(view, "allowedAccounts", declaration.allowedAccounts());
        put(view, "pollingAccounts", declaration.pollingAccounts());
        put(view, "pollingServicePrincipals", declaration.pollingServicePrincipals());
        declaration.policyStatementsTemplate().ifPresent(text -> view.put("policyStatementsTemplate", text));
        return view;
    }

    private static void put(ObjectNode view, String member, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = view.putArray(member);
            texts.forEach(list::add);
        }
    }

    private static ActionTypeDefinition definition(Members in) {
        var settings = in.optionalStructure("settings", ActionTypeParts::settings);
        var properties = in.list("configurationProperties", ActionTypeJson::property);
        var inputArtifactDetails = in.optionalStructure("inputArtifactDetails", ActionTypeJson::artifactDetails);
        var outputArtifactDetails = in.optionalStructure("outputArtifactDetails", ActionTypeJson::artifactDetails);
        return in.build(() -> new ActionTypeDefinition(
                settings.orElse(ActionTypeSettings.NONE),
                properties,
                inputArtifactDetails.orElse(ArtifactDetails.DEFAULT),
                outputArtifactDetails.orElse(ArtifactDetails.DEFAULT)));
    }

    private static ArtifactDetails artifactDetails(Members in) {
        return ActionTypeParts.artifactDetails(in, ArtifactDetails.COUNT);
    }

    private static ConfigurationProperty property(Members in) {
        var name = in.required("name", ConfigurationProperty.NAME::require);
        var required = in.optionalBoolean("required").orElse(false);
        var key = in.optionalBoolean("key").orElse(false);
        var secret = in.optionalBoolean("secret").orElse(false);
        var queryable = in.optionalBoolean("queryable").orElse(false);
        var description = in.optional("description", ConfigurationProperty.DESCRIPTION::require);
        var type = in.optional("type", ConfigurationProperty.Type.class).orElse(ConfigurationProperty.Type.String);
        return in.build(() -> new ConfigurationProperty(name, required, key, secret, queryable, description, type));
    }

    private static ProviderDeclaration declaration(Members in) {
        var description = in.optional("description", ProviderDeclaration.DESCRIPTION::require);
        var allowedAccounts = in.texts("allowedAccounts", ProviderDeclaration.ALLOWED_ACCOUNT);
        var pollingAccounts = in.texts("pollingAccounts", Account.ID);
        var principals = in.texts("pollingServicePrincipals", ProviderDeclaration.SERVICE_PRINCIPAL);
        var template = in.optional("policyStatementsTemplate", ProviderDeclaration.POLICY_STATEMENTS_TEMPLATE::require);
        return in.build(
                () -> new ProviderDeclaration(description, allowedAccounts, pollingAccounts, principals, template));
    }
}
