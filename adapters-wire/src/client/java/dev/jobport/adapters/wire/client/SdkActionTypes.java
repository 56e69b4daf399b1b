package dev.jobport.adapters.wire.client;

import static dev.jobport.adapters.wire.client.SdkClients.in;
import static dev.jobport.adapters.wire.client.SdkDefinitions.declared;
import static dev.jobport.adapters.wire.client.SdkDefinitions.details;
import static dev.jobport.adapters.wire.client.SdkDefinitions.settings;
import static dev.jobport.adapters.wire.client.SdkDefinitions.tags;
import static dev.jobport.adapters.wire.client.SdkDefinitions.text;
import static dev.jobport.adapters.wire.client.SdkDefinitions.wire;
import static dev.jobport.adapters.wire.client.SdkRefusals.refusing;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeExecutor;

/** The port of those who define action types as seen through the AWS SDK for Java. What an answer does not tell is as by default. */
final class SdkActionTypes implements ActionTypes {

    private final CodePipelineClient client;

    SdkActionTypes(CodePipelineClient client) {
        this.client = client;
    }

    @Override
    public ActionType createCustomActionType(
            Caller caller, ActionTypeId id, ActionTypeDefinition definition, Tags tags) {
        var created = refusing(() -> client.createCustomActionType(request -> request.overrideConfiguration(in(caller))
                .category(id.category().name())
                .provider(id.provider())
                .version(id.version())
                .settings(wire(definition.settings()))
                .configurationProperties(definition.configurationProperties().stream()
                        .map(SdkDefinitions::wire)
                        .toList())
                .inputArtifactDetails(wire(definition.inputArtifactDetails()))
                .outputArtifactDetails(wire(definition.outputArtifactDetails()))
                .tags(wire(tags))));
        return actionType(created.actionType(), tags(created.tags()));
    }

    @Override
    public void deleteCustomActionType(Caller caller, ActionTypeId id) {
        refusing(() -> client.deleteCustomActionType(request -> request.overrideConfiguration(in(caller))
                .category(id.category().name())
                .provider(id.provider())
                .version(id.version())));
    }

    @Override
    public Page<ActionType> listActionTypes(
            Caller caller, Optional<ActionOwner> owner, Optional<String> region, PageRequest asked) {
        var page = refusing(() -> client.listActionTypes(request -> request.overrideConfiguration(in(caller))
                .actionOwnerFilter(owner.map(ActionOwner::name).orElse(null))
                .regionFilter(region.orElse(null))
                .nextToken(asked.nextToken().orElse(null))));
        return new Page<>(
                page.actionTypes().stream()
                        .map(type -> actionType(type, Tags.NONE))
                        .toList(),
                Optional.ofNullable(page.nextToken()));
    }

    @Override
    public ActionType getActionType(Caller caller, ActionTypeId id) {
        var shown = refusing(() -> client.getActionType(request -> request.overrideConfiguration(in(caller))
                        .category(id.category().name())
                        .owner(id.owner().name())
                        .provider(id.provider())
                        .version(id.version())))
                .actionType();
        var executor = shown.executor();
        var worker = executor.configuration().jobWorkerExecutorConfiguration();
        if (!executor.typeAsString().equals(ExecutorType.JobWorker.name())) {
            throw new AssertionError("carried out by " + executor);
        }
        return new ActionType(
                new ActionTypeId(
                        ActionCategory.valueOf(shown.id().categoryAsString()),
                        ActionOwner.valueOf(shown.id().owner()),
                        shown.id().provider(),
                        shown.id().version()),
                new ActionTypeDefinition(
                        settings(shown.urls()),
                        shown.properties().stream()
                                .map(SdkDefinitions::property)
                                .toList(),
                        details(shown.inputArtifactDetails()),
                        details(shown.outputArtifactDetails())),
                Timing.defaultsFor(id.owner()).withJobTimeout(Duration.ofSeconds(executor.jobTimeout())),
                new ProviderDeclaration(
                        Optional.ofNullable(shown.description()),
                        shown.permissions() == null
                                ? List.of()
                                : shown.permissions().allowedAccounts(),
                        worker.pollingAccounts(),
                        worker.pollingServicePrincipals(),
                        Optional.ofNullable(executor.policyStatementsTemplate())),
                Tags.NONE,
                false);
    }

    @Override
    public void updateActionType(Caller caller, ActionTypeDeclaration declared) {
        ActionTypeId id = declared.id();
        ActionTypeDefinition definition = declared.definition();
        ActionTypeSettings settings = definition.settings();
        refusing(() -> client.updateActionType(request -> request.overrideConfiguration(in(caller))
                .actionType(type -> {
                    type.id(it -> it.category(id.category().name())
                            .owner(id.owner().name())
                            .provider(id.provider())
                            .version(id.version()));
                    type.description(declared.declaration().description().orElse(null));
                    type.executor(executor(declared));
                    type.inputArtifactDetails(declared(definition.inputArtifactDetails()));
                    type.outputArtifactDetails(declared(definition.outputArtifactDetails()));
                    List<String> allowed = declared.declaration().allowedAccounts();
                    if (!allowed.isEmpty()) {
                        type.permissions(it -> it.allowedAccounts(allowed));
                    }
                    type.properties(definition.configurationProperties().stream()
                            .map(SdkDefinitions::declared)
                            .toList());
                    type.urls(it -> it.configurationUrl(
                                    settings.thirdPartyConfigurationUrl().orElse(null))
                            .entityUrlTemplate(text(settings.entityUrlTemplate()))
                            .executionUrlTemplate(text(settings.executionUrlTemplate()))
                            .revisionUrlTemplate(text(settings.revisionUrlTemplate())));
                })));
    }

    private static ActionTypeExecutor executor(ActionTypeDeclaration declared) {
        ProviderDeclaration declaration = declared.declaration();
        return ActionTypeExecutor.builder()
                .type(declared.executorType().name())
                .jobTimeout(
                        declared.jobTimeout().map(it -> (int) it.toSeconds()).orElse(null))
                .policyStatementsTemplate(declaration.policyStatementsTemplate().orElse(null))
                .configuration(configuration -> {
                    if (declared.executorType() == ExecutorType.Lambda) {
                        configuration.lambdaExecutorConfiguration(
                                it -> it.lambdaFunctionArn("arn:aws:lambda:eu-west-1:123456789012:function:f"));
                    } else {
                        configuration.jobWorkerExecutorConfiguration(
                                it -> it.pollingAccounts(orNull(declaration.pollingAccounts()))
                                        .pollingServicePrincipals(orNull(declaration.pollingServicePrincipals())));
                    }
                })
                .build();
    }

    private static List<String> orNull(List<String> texts) {
        return texts.isEmpty() ? null : texts;
    }

    @Override
    public void tagResource(Caller caller, ResourceArn resourceArn, Tags tags) {
        refusing(() -> client.tagResource(request -> request.overrideConfiguration(in(caller))
                .resourceArn(resourceArn.value())
                .tags(wire(tags))));
    }

    @Override
    public void untagResource(Caller caller, ResourceArn resourceArn, Set<String> tagKeys) {
        refusing(() -> client.untagResource(request -> request.overrideConfiguration(in(caller))
                .resourceArn(resourceArn.value())
                .tagKeys(tagKeys)));
    }

    @Override
    public Page<Tags.Tag> listTagsForResource(Caller caller, ResourceArn resourceArn, PageRequest page) {
        var answer = refusing(() -> client.listTagsForResource(request -> request.overrideConfiguration(in(caller))
                .resourceArn(resourceArn.value())
                .maxResults(page.maxResults())
                .nextToken(page.nextToken().orElse(null))));
        return new Page<>(
                answer.tags().stream()
                        .map(tag -> new Tags.Tag(tag.key(), tag.value()))
                        .toList(),
                Optional.ofNullable(answer.nextToken()));
    }

    private static ActionType actionType(
            software.amazon.awssdk.services.codepipeline.model.ActionType type, Tags tags) {
        ActionTypeId id = SdkJobs.actionTypeId(type.id());
        return new ActionType(
                id,
                new ActionTypeDefinition(
                        settings(type.settings()),
                        type.actionConfigurationProperties().stream()
                                .map(SdkDefinitions::property)
                                .toList(),
                        details(type.inputArtifactDetails()),
                        details(type.outputArtifactDetails())),
                Timing.defaultsFor(id.owner()),
                ProviderDeclaration.NONE,
                tags,
                false);
    }
}
