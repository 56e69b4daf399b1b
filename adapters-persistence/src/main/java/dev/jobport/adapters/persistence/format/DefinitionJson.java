package dev.jobport.adapters.persistence.format;

import static dev.jobport.adapters.persistence.format.Json.list;
import static dev.jobport.adapters.persistence.format.Json.optionalText;
import static dev.jobport.adapters.persistence.format.Json.put;
import static dev.jobport.adapters.persistence.format.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.UrlTemplate;
import java.util.Optional;

/** What actions of a type are like, as it is stored. */
public final class DefinitionJson {

    private static final String NO_SETTINGS = "{}";

    private DefinitionJson() {}

    public static String write(ActionTypeDefinition definition) {
        ObjectNode json = Json.object();
        writeSettings(json.putObject("settings"), definition.settings());
        ArrayNode properties = json.putArray("configurationProperties");
        definition.configurationProperties().forEach(property -> writeProperty(properties.addObject(), property));
        writeDetails(json.putObject("inputArtifactDetails"), definition.inputArtifactDetails());
        writeDetails(json.putObject("outputArtifactDetails"), definition.outputArtifactDetails());
        return json.toString();
    }

    public static ActionTypeDefinition read(String stored) {
        JsonNode json = Json.parse(stored);
        return new ActionTypeDefinition(
                readSettings(json.required("settings")),
                list(json.required("configurationProperties"), DefinitionJson::readProperty),
                readDetails(json.required("inputArtifactDetails")),
                readDetails(json.required("outputArtifactDetails")));
    }

    public static String write(ActionTypeSettings settings) {
        ObjectNode json = Json.object();
        writeSettings(json, settings);
        return json.toString();
    }

    public static ActionTypeSettings readSettings(String stored) {
        return stored.equals(NO_SETTINGS) ? ActionTypeSettings.NONE : readSettings(Json.parse(stored));
    }

    private static void writeSettings(ObjectNode json, ActionTypeSettings settings) {
        put(json, "thirdPartyConfigurationUrl", settings.thirdPartyConfigurationUrl());
        put(json, "entityUrlTemplate", settings.entityUrlTemplate().map(UrlTemplate::text));
        put(json, "executionUrlTemplate", settings.executionUrlTemplate().map(UrlTemplate::text));
        put(json, "revisionUrlTemplate", settings.revisionUrlTemplate().map(UrlTemplate::text));
    }

    private static ActionTypeSettings readSettings(JsonNode json) {
        return new ActionTypeSettings(
                optionalText(json, "thirdPartyConfigurationUrl"),
                template(json, "entityUrlTemplate"),
                template(json, "executionUrlTemplate"),
                template(json, "revisionUrlTemplate"));
    }

    private static Optional<UrlTemplate> template(JsonNode json, String name) {
        return optionalText(json, name).map(UrlTemplate::new);
    }

    private static void writeProperty(ObjectNode json, ConfigurationProperty property) {
        json.put("name", property.name())
                .put("required", property.required())
                .put("key", property.key())
                .put("secret", property.secret())
                .put("queryable", property.queryable())
                .put("type", property.type().name());
        put(json, "description", property.description());
    }

    private static ConfigurationProperty readProperty(JsonNode json) {
        return new ConfigurationProperty(
                text(json, "name"),
                json.required("required").booleanValue(),
                json.required("key").booleanValue(),
                json.required("secret").booleanValue(),
                json.required("queryable").booleanValue(),
                optionalText(json, "description"),
                ConfigurationProperty.Type.valueOf(text(json, "type")));
    }

    private static void writeDetails(ObjectNode json, ArtifactDetails details) {
        json.put("minimumCount", details.minimumCount()).put("maximumCount", details.maximumCount());
    }

    private static ArtifactDetails readDetails(JsonNode json) {
        return new ArtifactDetails(
                json.required("minimumCount").intValue(),
                json.required("maximumCount").intValue());
    }
}
