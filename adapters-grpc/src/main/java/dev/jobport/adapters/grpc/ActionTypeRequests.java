package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.ActionTypesWire;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.CreateCustomActionTypeRequest;
import dev.jobport.adapters.grpc.generated.ActionTypesWire.UpdateActionTypeRequest;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.actiontype.UrlTemplate;
import java.util.Map;

/** Reads what is asked of action types into the domain's values. */
final class ActionTypeRequests {

    private ActionTypeRequests() {}

    static ActionTypeId customId(Wire.ActionCategory category, String provider, String version) {
        return Fields.all(
                ActionTypeId::new,
                () -> Enums.required("category", ActionCategory.class, category),
                () -> ActionOwner.Custom,
                () -> Requests.provider(provider),
                () -> Requests.version(version));
    }

    static ActionTypeDefinition definition(CreateCustomActionTypeRequest in) {
        return definition(in.hasDefinition(), in.getDefinition());
    }

    private static ActionTypeDefinition definition(boolean present, ActionTypesWire.ActionTypeDefinition in) {
        return Fields.required("definition", present, () -> in, ActionTypeRequests::definition);
    }

    static ActionTypeDefinition definition(ActionTypesWire.ActionTypeDefinition in) {
        return Fields.all(
                ActionTypeDefinition::new,
                () -> Fields.optional("settings", in.hasSettings(), in::getSettings, ActionTypeRequests::settings)
                        .orElse(ActionTypeSettings.NONE),
                () -> Fields.list(
                        "configurationProperties",
                        in.getConfigurationPropertiesList(),
                        ActionTypeRequests::configurationProperty),
                () -> Fields.required(
                        "inputArtifactDetails",
                        in.hasInputArtifactDetails(),
                        in::getInputArtifactDetails,
                        ActionTypeRequests::artifactDetails),
                () -> Fields.required(
                        "outputArtifactDetails",
                        in.hasOutputArtifactDetails(),
                        in::getOutputArtifactDetails,
                        ActionTypeRequests::artifactDetails));
    }

    private static ActionTypeSettings settings(ActionTypesWire.ActionTypeSettings in) {
        return Fields.all(
                ActionTypeSettings::new,
                () -> Requests.text(
                        "thirdPartyConfigurationUrl",
                        in.hasThirdPartyConfigurationUrl(),
                        in.getThirdPartyConfigurationUrl(),
                        ActionTypeSettings.URL::require),
                () -> Requests.text(
                        "entityUrlTemplate", in.hasEntityUrlTemplate(), in.getEntityUrlTemplate(), UrlTemplate::new),
                () -> Requests.text(
                        "executionUrlTemplate",
                        in.hasExecutionUrlTemplate(),
                        in.getExecutionUrlTemplate(),
                        UrlTemplate::new),
                () -> Requests.text(
                        "revisionUrlTemplate",
                        in.hasRevisionUrlTemplate(),
                        in.getRevisionUrlTemplate(),
                        UrlTemplate::new));
    }

    private static ConfigurationProperty configurationProperty(ActionTypesWire.ConfigurationProperty in) {
        return Fields.all(
                (name, description, type) -> new ConfigurationProperty(
                        name, in.getRequired(), in.getKey(), in.getSecret(), in.getQueryable(), description, type),
                () -> Fields.required("name", in.getName(), ConfigurationProperty.NAME::require),
                () -> Requests.text(
                        "description",
                        in.hasDescription(),
                        in.getDescription(),
                        ConfigurationProperty.DESCRIPTION::require),
                () -> Enums.optional("type", ConfigurationProperty.Type.class, in.getType())
                        .orElse(ConfigurationProperty.Type.String));
    }

    private static ArtifactDetails artifactDetails(ActionTypesWire.ArtifactDetails in) {
        return Fields.all(
                ArtifactDetails::new,
                () -> Fields.in("minimumCount", () -> (int) ArtifactDetails.COUNT.require(in.getMinimumCount())),
                () -> Fields.in("maximumCount", () -> (int) ArtifactDetails.COUNT.require(in.getMaximumCount())));
    }

    static ActionTypeDeclaration declaration(UpdateActionTypeRequest in) {
        return Fields.all(
                ActionTypeDeclaration::new,
                () -> Fields.required("id", in.hasId(), in::getId, Requests::actionTypeId),
                () -> definition(in.hasDefinition(), in.getDefinition()),
                () -> Enums.required("executorType", ExecutorType.class, in.getExecutorType()),
                () -> Fields.optional(
                        "jobTimeout",
                        in.hasJobTimeout(),
                        in::getJobTimeout,
                        timeout -> Times.read(timeout, Timing.DECLARED_JOB_SECONDS)),
                () -> Fields.optional(
                                "declaration", in.hasDeclaration(), in::getDeclaration, ActionTypeRequests::declaration)
                        .orElse(ProviderDeclaration.NONE));
    }

    static ProviderDeclaration declaration(ActionTypesWire.ProviderDeclaration in) {
        return Fields.all(
                ProviderDeclaration::new,
                () -> Requests.text(
                        "description",
                        in.hasDescription(),
                        in.getDescription(),
                        ProviderDeclaration.DESCRIPTION::require),
                () -> Fields.list(
                        "allowedAccounts", in.getAllowedAccountsList(), ProviderDeclaration.ALLOWED_ACCOUNT::require),
                () -> Fields.list("pollingAccounts", in.getPollingAccountsList(), Account.ID::require),
                () -> Fields.list(
                        "pollingServicePrincipals",
                        in.getPollingServicePrincipalsList(),
                        ProviderDeclaration.SERVICE_PRINCIPAL::require),
                () -> Requests.text(
                        "policyStatementsTemplate",
                        in.hasPolicyStatementsTemplate(),
                        in.getPolicyStatementsTemplate(),
                        ProviderDeclaration.POLICY_STATEMENTS_TEMPLATE::require));
    }

    static Tags tags(Map<String, String> in) {
        return Fields.in("tags", () -> new Tags(in));
    }

    static ResourceArn resourceArn(String text) {
        return Fields.required("resourceArn", text, ResourceArn::new);
    }
}
