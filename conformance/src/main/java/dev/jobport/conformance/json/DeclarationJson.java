package dev.jobport.conformance.json;

import static dev.jobport.conformance.json.ActionJson.list;
import static dev.jobport.conformance.json.ActionJson.text;
import static dev.jobport.conformance.json.ActionTypeJson.texts;
import static dev.jobport.conformance.json.JobJson.need;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.actiontype.UrlTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An action type as its provider declares it, in AWS's newer words. */
public final class DeclarationJson {

    private DeclarationJson() {}

    public static ObjectNode write(ActionTypeDeclaration declared) {
        ActionTypeDefinition definition = declared.definition();
        ProviderDeclaration declaration = declared.declaration();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("id", ActionTypeJson.write(declared.id()));
        declaration.description().ifPresent(text -> json.put("description", text));
        json.set("executor", executor(declared));
        ActionTypeJson.write(json.putObject("inputArtifactDetails"), definition.inputArtifactDetails());
        ActionTypeJson.write(json.putObject("outputArtifactDetails"), definition.outputArtifactDetails());
        unlessEmpty(
                declaration.allowedAccounts(),
                () -> json.putObject("permissions").putArray("allowedAccounts"));
        ArrayNode properties = json.putArray("properties");
        definition.configurationProperties().forEach(property -> write(properties.addObject(), property));
        write(json.putObject("urls"), definition.settings());
        return json;
    }

    private static ObjectNode executor(ActionTypeDeclaration declared) {
        ProviderDeclaration declaration = declared.declaration();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", declared.executorType().name());
        declared.jobTimeout().ifPresent(timeout -> json.put("jobTimeout", timeout.toSeconds()));
        declaration.policyStatementsTemplate().ifPresent(text -> json.put("policyStatementsTemplate", text));
        ObjectNode configuration = json.putObject("configuration");
        if (declared.executorType() == ExecutorType.Lambda) {
            configuration
                    .putObject("lambdaExecutorConfiguration")
                    .put("lambdaFunctionArn", "arn:aws:lambda:eu-west-1:123456789012:function:f");
        } else {
            ObjectNode worker = configuration.putObject("jobWorkerExecutorConfiguration");
            unlessEmpty(declaration.pollingAccounts(), () -> worker.putArray("pollingAccounts"));
            unlessEmpty(declaration.pollingServicePrincipals(), () -> worker.putArray("pollingServicePrincipals"));
        }
        return json;
    }

    private static void unlessEmpty(List<String> texts, Supplier<ArrayNode> list) {
        if (!texts.isEmpty()) {
            ArrayNode json = list.get();
            texts.forEach(json::add);
        }
    }

    private static void write(ObjectNode json, ConfigurationProperty property) {
        json.put("name", property.name())
                .put("optional", !property.required())
                .put("key", property.key())
                .put("noEcho", property.secret())
                .put("queryable", property.queryable());
        property.description().ifPresent(text -> json.put("description", text));
    }

    private static void write(ObjectNode json, ActionTypeSettings settings) {
        settings.thirdPartyConfigurationUrl().ifPresent(url -> json.put("configurationUrl", url));
        settings.entityUrlTemplate().ifPresent(url -> json.put("entityUrlTemplate", url.text()));
        settings.executionUrlTemplate().ifPresent(url -> json.put("executionUrlTemplate", url.text()));
        settings.revisionUrlTemplate().ifPresent(url -> json.put("revisionUrlTemplate", url.text()));
    }

    /** What the declaration does not tell is as by default. */
    public static ActionType read(JsonNode json) {
        JsonNode executor = need(json, "executor");
        JsonNode worker = executor.path("configuration").path("jobWorkerExecutorConfiguration");
        ActionTypeId id = ActionTypeJson.readId(need(json, "id"));
        return new ActionType(
                id,
                new ActionTypeDefinition(
                        settings(json.path("urls")),
                        list(json.path("properties"), DeclarationJson::property),
                        ActionTypeJson.details(need(json, "inputArtifactDetails")),
                        ActionTypeJson.details(need(json, "outputArtifactDetails"))),
                Timing.defaultsFor(id.owner())
                        .withJobTimeout(
                                Duration.ofSeconds(need(executor, "jobTimeout").longValue())),
                new ProviderDeclaration(
                        text(json, "description"),
                        texts(json.path("permissions"), "allowedAccounts"),
                        texts(worker, "pollingAccounts"),
                        texts(worker, "pollingServicePrincipals"),
                        text(executor, "policyStatementsTemplate")),
                Tags.NONE,
                false);
    }

    private static ConfigurationProperty property(JsonNode json) {
        return new ConfigurationProperty(
                need(json, "name").textValue(),
                !need(json, "optional").booleanValue(),
                need(json, "key").booleanValue(),
                need(json, "noEcho").booleanValue(),
                json.path("queryable").booleanValue(),
                text(json, "description"),
                ConfigurationProperty.Type.String);
    }

    private static ActionTypeSettings settings(JsonNode json) {
        return new ActionTypeSettings(
                text(json, "configurationUrl"), template(json, "entityUrlTemplate"),
                template(json, "executionUrlTemplate"), template(json, "revisionUrlTemplate"));
    }

    private static Optional<UrlTemplate> template(JsonNode json, String member) {
        return text(json, member).map(UrlTemplate::new);
    }
}
