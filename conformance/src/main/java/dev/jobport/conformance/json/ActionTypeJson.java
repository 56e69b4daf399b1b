package dev.jobport.conformance.json;

import static dev.jobport.conformance.json.JobJson.need;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.actiontype.UrlTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Action types as the control API spells them, and of their parts as AWS does too. */
public final class ActionTypeJson {

    private ActionTypeJson() {}

    public static ObjectNode write(ActionTypeId id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("category", id.category().name())
                .put("owner", id.owner().name())
                .put("provider", id.provider())
                .put("version", id.version());
    }

    public static ActionTypeId readId(JsonNode json) {
        return new ActionTypeId(
                ActionCategory.valueOf(json.get("category").textValue()),
                ActionOwner.valueOf(json.get("owner").textValue()),
                json.get("provider").textValue(),
                json.get("version").textValue());
    }

    public static ObjectNode write(ActionType type) {
        Timing timing = type.timing();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("dispatchLeaseSeconds", timing.dispatchLease().toSeconds())
                .put("jobTimeoutSeconds", timing.jobTimeout().toSeconds())
                .put("actionTimeoutSeconds", timing.actionTimeout().toSeconds())
                .put("continuationDelaySeconds", timing.continuationDelay().toSeconds());
        ActionTypeDefinition definition = type.definition();
        write(json.putObject("settings"), definition.settings());
        ArrayNode properties = json.putArray("configurationProperties");
        definition.configurationProperties().forEach(property -> write(properties.addObject(), property));
        write(json.putObject("inputArtifactDetails"), definition.inputArtifactDetails());
        write(json.putObject("outputArtifactDetails"), definition.outputArtifactDetails());
        write(json.putObject("declaration"), type.declaration());
        ObjectNode tags = json.putObject("tags");
        type.tags().values().forEach(tags::put);
        return json;
    }

    public static ActionType read(JsonNode json) {
        return new ActionType(
                readId(json.get("actionTypeId")),
                new ActionTypeDefinition(
                        settings(json.get("settings")),
                        properties(json.get("configurationProperties")),
                        details(json.get("inputArtifactDetails")),
                        details(json.get("outputArtifactDetails"))),
                new Timing(
                        seconds(json, "dispatchLeaseSeconds"),
                        seconds(json, "jobTimeoutSeconds"),
                        seconds(json, "actionTimeoutSeconds"),
                        seconds(json, "continuationDelaySeconds")),
                declaration(json.get("declaration")),
                tags(json.get("tags")),
                false);
    }

    /** An action type in AWS's older words, of which there is no more to know than its definition. */
    public static ActionType readCustom(JsonNode json, Tags tags) {
        ActionTypeId id = readId(need(json, "id"));
        return new ActionType(
                id,
                new ActionTypeDefinition(
                        settings(json.path("settings")),
                        properties(json.path("actionConfigurationProperties")),
                        details(need(json, "inputArtifactDetails")),
                        details(need(json, "outputArtifactDetails"))),
                Timing.defaultsFor(id.owner()),
                ProviderDeclaration.NONE,
                tags,
                false);
    }

    private static Duration seconds(JsonNode json, String member) {
        return Duration.ofSeconds(json.get(member).longValue());
    }

    public static void write(ObjectNode json, ActionTypeSettings settings) {
        settings.thirdPartyConfigurationUrl().ifPresent(url -> json.put("thirdPartyConfigurationUrl", url));
        settings.entityUrlTemplate().ifPresent(url -> json.put("entityUrlTemplate", url.text()));
        settings.executionUrlTemplate().ifPresent(url -> json.put("executionUrlTemplate", url.text()));
        settings.revisionUrlTemplate().ifPresent(url -> json.put("revisionUrlTemplate", url.text()));
    }

    static ActionTypeSettings settings(JsonNode json) {
        return new ActionTypeSettings(
                text(json, "thirdPartyConfigurationUrl"),
                text(json, "entityUrlTemplate").map(UrlTemplate::new),
                text(json, "executionUrlTemplate").map(UrlTemplate::new),
                text(json, "revisionUrlTemplate").map(UrlTemplate::new));
    }

    public static void write(ObjectNode json, ConfigurationProperty property) {
        json.put("name", property.name())
                .put("required", property.required())
                .put("key", property.key())
                .put("secret", property.secret())
                .put("queryable", property.queryable())
                .put("type", property.type().name());
        property.description().ifPresent(text -> json.put("description", text));
    }

    static List<ConfigurationProperty> properties(JsonNode list) {
        List<ConfigurationProperty> properties = new ArrayList<>();
        list.forEach(json -> properties.add(new ConfigurationProperty(
                json.get("name").textValue(),
                json.get("required").booleanValue(),
                json.get("key").booleanValue(),
                json.get("secret").booleanValue(),
                json.get("queryable").booleanValue(),
                text(json, "description"),
                ConfigurationProperty.Type.valueOf(json.get("type").textValue()))));
        return properties;
    }

    public static void write(ObjectNode json, ArtifactDetails details) {
        json.put("minimumCount", details.minimumCount()).put("maximumCount", details.maximumCount());
    }

    static ArtifactDetails details(JsonNode json) {
        return new ArtifactDetails(
                json.get("minimumCount").intValue(), json.get("maximumCount").intValue());
    }

    private static void write(ObjectNode json, ProviderDeclaration declaration) {
        declaration.description().ifPresent(text -> json.put("description", text));
        declaration.policyStatementsTemplate().ifPresent(text -> json.put("policyStatementsTemplate", text));
        write(json, "allowedAccounts", declaration.allowedAccounts());
        write(json, "pollingAccounts", declaration.pollingAccounts());
        write(json, "pollingServicePrincipals", declaration.pollingServicePrincipals());
    }

    private static void write(ObjectNode json, String member, List<String> texts) {
        ArrayNode list = json.putArray(member);
        texts.forEach(list::add);
    }

    private static ProviderDeclaration declaration(JsonNode json) {
        return new ProviderDeclaration(
                text(json, "description"),
                texts(json, "allowedAccounts"),
                texts(json, "pollingAccounts"),
                texts(json, "pollingServicePrincipals"),
                text(json, "policyStatementsTemplate"));
    }

    private static Tags tags(JsonNode json) {
        Map<String, String> tags = new LinkedHashMap<>();
        json.properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().textValue()));
        return new Tags(tags);
    }

    static List<String> texts(JsonNode json, String member) {
        List<String> texts = new ArrayList<>();
        json.path(member).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.ofNullable(json.get(member)).map(JsonNode::textValue);
    }
}
