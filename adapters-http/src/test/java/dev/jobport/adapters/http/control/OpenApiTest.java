package dev.jobport.adapters.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobport.adapters.http.DoorkeeperSamples;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.domain.Account;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.action.ProviderDeclaration;
import dev.jobport.domain.action.Tags;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.action.UrlTemplate;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document that the server shows of itself is true. */
class OpenApiTest {

    private static final DrivingPorts NO_PORTS = new DrivingPorts(null, null, null, null, null, null);

    private static final JsonNode DOCUMENT = document();
    private static final String SCHEMAS = "/components/schemas/";

    @Test
    void it_has_the_paths_and_methods_that_the_server_has() {
        List<String> documented = new ArrayList<>();
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        List<String> served = new ControlApi(NO_PORTS, DoorkeeperSamples.LETS_EVERYBODY_IN, null)
                .routes().stream()
                        .map(route -> route.method().name() + " " + route.path())
                        .toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void its_lengths_and_patterns_are_the_domains() {
        Map<String, TextConstraint> texts = Map.ofEntries(
                Map.entry("ActionTypeId/properties/provider", ActionTypeId.PROVIDER),
                Map.entry("ActionTypeId/properties/version", ActionTypeId.VERSION),
                Map.entry("ConfigurationProperty/properties/name", ConfigurationProperty.NAME),
                Map.entry("ConfigurationProperty/properties/description", ConfigurationProperty.DESCRIPTION),
                Map.entry("ActionTypeSettings/properties/thirdPartyConfigurationUrl", ActionTypeSettings.URL),
                Map.entry("ActionTypeSettings/properties/entityUrlTemplate", UrlTemplate.TEXT),
                Map.entry("ActionTypeSettings/properties/executionUrlTemplate", UrlTemplate.TEXT),
                Map.entry("ActionTypeSettings/properties/revisionUrlTemplate", UrlTemplate.TEXT),
                Map.entry("ProviderDeclaration/properties/description", ProviderDeclaration.DESCRIPTION),
                Map.entry("ProviderDeclaration/properties/allowedAccounts/items", ProviderDeclaration.ALLOWED_ACCOUNT),
                Map.entry("ProviderDeclaration/properties/pollingAccounts/items", Account.ID),
                Map.entry(
                        "ProviderDeclaration/properties/pollingServicePrincipals/items",
                        ProviderDeclaration.SERVICE_PRINCIPAL),
                Map.entry(
                        "ProviderDeclaration/properties/policyStatementsTemplate",
                        ProviderDeclaration.POLICY_STATEMENTS_TEMPLATE),
                Map.entry("Tags/propertyNames", Tags.KEY),
                Map.entry("Tags/additionalProperties", Tags.VALUE),
                Map.entry("ClientId", ClientId.FORM),
                Map.entry("ClientRegistration/properties/clientToken", ClientToken.FORM),
                Map.entry("ClientRotation/properties/clientToken", ClientToken.FORM),
                Map.entry("Artifact/properties/name", Artifact.NAME),
                Map.entry("Artifact/properties/revision", Artifact.REVISION),
                Map.entry("PipelineContext/properties/pipelineName", PipelineContext.NAME),
                Map.entry("PipelineContext/properties/stage/properties/name", PipelineContext.NAME),
                Map.entry("PipelineContext/properties/action/properties/name", PipelineContext.NAME),
                Map.entry("PipelineContext/properties/pipelineArn", PipelineContext.ARN),
                Map.entry("PipelineContext/properties/pipelineExecutionId", PipelineContext.EXECUTION_ID),
                Map.entry("EncryptionKey/properties/id", EncryptionKey.ID),
                Map.entry("ActionStart/properties/configuration/propertyNames", ActionInput.CONFIGURATION_KEY),
                Map.entry(
                        "ActionStart/properties/configuration/additionalProperties", ActionInput.CONFIGURATION_VALUE));

        assertThat(texts).allSatisfy((pointer, constraint) -> assertText(at(SCHEMAS + pointer), constraint));
    }

    @Test
    void its_ranges_and_defaults_are_the_domains() {
        Timing defaults = Timing.defaultsFor(ActionOwner.ThirdParty);
        assertRange("ActionTypeDefinition/properties/dispatchLeaseSeconds", Timing.JOB_SECONDS);
        assertDefault(
                "ActionTypeDefinition/properties/dispatchLeaseSeconds",
                defaults.dispatchLease().toSeconds());
        assertRange("ActionTypeDefinition/properties/jobTimeoutSeconds", Timing.JOB_SECONDS);
        assertDefault(
                "ActionTypeDefinition/properties/jobTimeoutSeconds",
                defaults.jobTimeout().toSeconds());
        assertRange("ActionTypeDefinition/properties/actionTimeoutSeconds", Timing.ACTION_SECONDS);
        assertDefault(
                "ActionTypeDefinition/properties/actionTimeoutSeconds",
                defaults.actionTimeout().toSeconds());
        assertRange("ActionTypeDefinition/properties/continuationDelaySeconds", Timing.JOB_SECONDS);
        assertDefault(
                "ActionTypeDefinition/properties/continuationDelaySeconds",
                defaults.continuationDelay().toSeconds());
        assertRange("ArtifactDetails/properties/minimumCount", ArtifactDetails.COUNT);
        assertRange("ArtifactDetails/properties/maximumCount", ArtifactDetails.COUNT);
        for (String details : List.of("inputArtifactDetails", "outputArtifactDetails")) {
            assertDefault(
                    "ActionTypeDefinition/properties/" + details + "/default/minimumCount",
                    ArtifactDetails.DEFAULT.minimumCount());
            assertDefault(
                    "ActionTypeDefinition/properties/" + details + "/default/maximumCount",
                    ArtifactDetails.DEFAULT.maximumCount());
        }
        assertRange("ActionExecution/properties/percentComplete", ExecutionDetails.PERCENT_COMPLETE);
        assertThat(parameters("waitSeconds"))
                .hasSize(1)
                .allSatisfy(wait -> assertRange(wait, ActionExecutions.WAIT_SECONDS));
        assertThat(parameters("maxResults")).hasSize(4).allSatisfy(max -> {
            assertRange(max, PageRequest.MAX_RESULTS);
            assertThat(max.get("default").asInt()).isEqualTo(PageRequest.DEFAULT_MAX_RESULTS);
        });
    }

    @Test
    void its_numbers_of_things_are_the_domains() {
        assertThat(at(SCHEMAS + "ActionTypeDefinition/properties/configurationProperties/maxItems")
                        .asInt())
                .isEqualTo(ActionTypeDefinition.MOST_PROPERTIES);
        assertThat(at(SCHEMAS + "ProviderDeclaration/properties/allowedAccounts/maxItems")
                        .asInt())
                .isEqualTo((int) ProviderDeclaration.ACCOUNTS.max());
        assertThat(at(SCHEMAS + "ProviderDeclaration/properties/pollingAccounts/maxItems")
                        .asInt())
                .isEqualTo((int) ProviderDeclaration.ACCOUNTS.max());
        assertThat(at(SCHEMAS + "ProviderDeclaration/properties/pollingServicePrincipals/maxItems")
                        .asInt())
                .isEqualTo((int) ProviderDeclaration.SERVICE_PRINCIPALS.max());
        assertThat(at(SCHEMAS + "Tags/maxProperties").asInt()).isEqualTo(Tags.MOST);
    }

    @Test
    void every_request_about_what_is_an_accounts_may_name_the_region() {
        DOCUMENT.get("paths").properties().stream()
                .filter(path ->
                        path.getKey().startsWith("/control/") && !path.getKey().endsWith(".json"))
                .forEach(path -> assertThat(
                                path.getValue().at("/parameters/0/$ref").asText())
                        .as(path.getKey())
                        .isEqualTo("#/components/parameters/Region"));
        assertThat(at("/components/parameters/Region/name").asText()).isEqualTo(ControlApi.REGION);
        assertText(at("/components/parameters/Region/schema"), Account.REGION);
    }

    @Test
    void its_enumerations_are_the_domains() {
        assertEnum("ActionTypeId/properties/category", ActionCategory.values());
        assertEnum("ActionTypeId/properties/owner", ActionOwner.values());
        assertEnum("ConfigurationProperty/properties/type", ConfigurationProperty.Type.values());
        assertEnum("JobStatus", JobStatus.values());
        assertEnum("ActionExecution/properties/status", ActionExecutionStatus.values());
        assertEnum("EncryptionKey/properties/type", EncryptionKey.Type.values());
    }

    @Test
    void it_names_every_kind_of_problem() {
        List<String> kinds = Stream.concat(
                        Problem.KINDS.values().stream(),
                        Stream.of(Problem.UNKNOWN_PATH, Problem.METHOD_NOT_ALLOWED, Problem.INTERNAL_FAILURE))
                .map(kind -> Problem.Kind.TYPE_PREFIX + kind.name())
                .toList();

        assertThat(texts(at(SCHEMAS + "Problem/properties/type/enum"))).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void every_operation_has_a_tag_that_is_declared_and_a_name_of_its_own() {
        List<String> tags = DOCUMENT.get("tags").findValuesAsText("name");

        assertThat(operations())
                .allSatisfy(operation ->
                        assertThat(operation.at("/tags/0").asText()).isIn(tags));
        assertThat(operations().stream()
                        .map(operation -> operation.get("operationId").textValue()))
                .doesNotHaveDuplicates();
        assertThat(at("/info/license/identifier").asText()).isEqualTo("Apache-2.0");
    }

    @Test
    void every_operation_tells_that_it_may_not_be_for_the_caller_unless_it_is_open_to_all() {
        assertThat(operations()).allSatisfy(operation -> {
            boolean isOpen =
                    operation.has("security") && operation.get("security").isEmpty();
            assertThat(operation.get("responses").has("401")).isEqualTo(!isOpen);
            assertThat(operation.get("responses").has("403")).isEqualTo(!isOpen);
        });
    }

    private static List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        DOCUMENT.get("paths")
                .forEach(path -> path.properties().stream()
                        .filter(member -> !member.getKey().equals("parameters"))
                        .forEach(member -> operations.add(member.getValue())));
        return operations;
    }

    @Test
    void whatever_it_refers_to_is_there() {
        assertThat(DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static void assertText(JsonNode schema, TextConstraint constraint) {
        assertThat(schema.path("minLength").asInt(0)).isEqualTo(constraint.minLength());
        assertThat(schema.path("maxLength").asInt(Integer.MAX_VALUE)).isEqualTo(constraint.maxLength());
        assertThat(schema.path("pattern").asText(null))
                .isEqualTo(constraint.regex().map(regex -> "^" + regex + "$").orElse(null));
    }

    private static void assertRange(String pointer, RangeConstraint range) {
        assertRange(at(SCHEMAS + pointer), range);
    }

    private static void assertRange(JsonNode schema, RangeConstraint range) {
        assertThat(schema.path("minimum").asLong(-1)).isEqualTo(range.min());
        assertThat(schema.path("maximum").asLong(-1)).isEqualTo(range.max());
    }

    private static void assertDefault(String pointer, long value) {
        assertThat(at(SCHEMAS + pointer + (pointer.contains("/default/") ? "" : "/default"))
                        .asLong(-1))
                .isEqualTo(value);
    }

    private static void assertEnum(String pointer, Enum<?>... constants) {
        assertThat(texts(at(SCHEMAS + pointer + "/enum")))
                .containsExactlyElementsOf(Stream.of(constants).map(Enum::name).toList());
    }

    private static List<JsonNode> parameters(String name) {
        List<JsonNode> schemas = new ArrayList<>();
        DOCUMENT.findValues("parameters")
                .forEach(list -> list.forEach(parameter -> {
                    if (parameter.path("name").asText().equals(name)) {
                        schemas.add(parameter.get("schema"));
                    }
                }));
        return schemas;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    private static JsonNode at(String pointer) {
        return DOCUMENT.at(pointer);
    }

    private static JsonNode document() {
        try (var in = ControlApi.class.getResourceAsStream("openapi.json")) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
