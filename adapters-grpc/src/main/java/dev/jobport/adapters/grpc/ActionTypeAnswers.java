package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.ActionTypesWire;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.actiontype.UrlTemplate;

/** Tells action types. */
final class ActionTypeAnswers {

    private ActionTypeAnswers() {}

    static ActionTypesWire.ActionType actionType(ActionType type) {
        return ActionTypesWire.ActionType.newBuilder()
                .setId(Answers.actionTypeId(type.id()))
                .setDefinition(definition(type.definition()))
                .setTiming(timing(type.timing()))
                .setDeclaration(declaration(type.declaration()))
                .putAllTags(type.tags().values())
                .setDeleted(type.isDeleted())
                .build();
    }

    static ActionTypesWire.ActionTypeDefinition definition(ActionTypeDefinition definition) {
        var told = ActionTypesWire.ActionTypeDefinition.newBuilder()
                .setSettings(settings(definition.settings()))
                .setInputArtifactDetails(artifactDetails(definition.inputArtifactDetails()))
                .setOutputArtifactDetails(artifactDetails(definition.outputArtifactDetails()));
        definition.configurationProperties().forEach(property -> told.addConfigurationProperties(property(property)));
        return told.build();
    }

    private static ActionTypesWire.ActionTypeSettings settings(ActionTypeSettings settings) {
        var told = ActionTypesWire.ActionTypeSettings.newBuilder();
        settings.thirdPartyConfigurationUrl().ifPresent(told::setThirdPartyConfigurationUrl);
        settings.entityUrlTemplate().map(UrlTemplate::text).ifPresent(told::setEntityUrlTemplate);
        settings.executionUrlTemplate().map(UrlTemplate::text).ifPresent(told::setExecutionUrlTemplate);
        settings.revisionUrlTemplate().map(UrlTemplate::text).ifPresent(told::setRevisionUrlTemplate);
        return told.build();
    }

    private static ActionTypesWire.ConfigurationProperty property(ConfigurationProperty property) {
        var told = ActionTypesWire.ConfigurationProperty.newBuilder()
                .setName(property.name())
                .setRequired(property.required())
                .setKey(property.key())
                .setSecret(property.secret())
                .setQueryable(property.queryable())
                .setType(Enums.of(ActionTypesWire.ConfigurationPropertyType.class, property.type()));
        property.description().ifPresent(told::setDescription);
        return told.build();
    }

    private static ActionTypesWire.ArtifactDetails artifactDetails(ArtifactDetails details) {
        return ActionTypesWire.ArtifactDetails.newBuilder()
                .setMinimumCount(details.minimumCount())
                .setMaximumCount(details.maximumCount())
                .build();
    }

    private static ActionTypesWire.Timing timing(Timing timing) {
        return ActionTypesWire.Timing.newBuilder()
                .setDispatchLease(Times.of(timing.dispatchLease()))
                .setJobTimeout(Times.of(timing.jobTimeout()))
                .setActionTimeout(Times.of(timing.actionTimeout()))
                .setContinuationDelay(Times.of(timing.continuationDelay()))
                .build();
    }

    static ActionTypesWire.ProviderDeclaration declaration(ProviderDeclaration declaration) {
        var told = ActionTypesWire.ProviderDeclaration.newBuilder()
                .addAllAllowedAccounts(declaration.allowedAccounts())
                .addAllPollingAccounts(declaration.pollingAccounts())
                .addAllPollingServicePrincipals(declaration.pollingServicePrincipals());
        declaration.description().ifPresent(told::setDescription);
        declaration.policyStatementsTemplate().ifPresent(told::setPolicyStatementsTemplate);
        return told.build();
    }
}
