package dev.jobport.bootstrap;

import static dev.jobport.bootstrap.SdkClients.in;
import static dev.jobport.bootstrap.SdkJobWorker.refusing;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.application.driving.ActionTypePort;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.ExecutorType;
import dev.jobport.domain.action.ProviderDeclaration;
import dev.jobport.domain.action.Tags;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.action.UrlTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionConfigurationProperty;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeExecutor;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeProperty;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeUrls;
import software.amazon.awssdk.services.codepipeline.model.Tag;

/** The port of those who define action types as seen through the AWS SDK for Java. What an answer does not tell is as by default. */
final class SdkActionTypes implements ActionTypePort {

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
                        .map(SdkActionTypes::wire)
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
            Caller caller, Optional<ActionOwner> owner, Optional<String> region, Optional<String> nextToken) {
        var page = refusing(() -> client.listActionTypes(request -> request.overrideConfiguration(in(caller))
                .actionOwnerFilter(owner.map(ActionOwner::name).orElse(null))
                .regionFilter(region.orElse(null))
                .nextToken(nextToken.orElse(null))));
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
                                .map(SdkActionTypes::property)
                                .toList(),
                        new ArtifactDetails(
                                shown.inputArtifactDetails().minimumCount(),
                                shown.inputArtifactDetails().maximumCount()),
                        new ArtifactDetails(
                                shown.outputArtifactDetails().minimumCount(),
                                shown.outputArtifactDetails().maximumCount())),
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
                    type.inputArtifactDetails(it -> it.minimumCount(
                                    definition.inputArtifactDetails().minimumCount())
                            .maximumCount(definition.inputArtifactDetails().maximumCount()));
                    type.outputArtifactDetails(it -> it.minimumCount(
                                    definition.outputArtifactDetails().minimumCount())
                            .maximumCount(definition.outputArtifactDetails().maximumCount()));
                    List<String> allowed = declared.declaration().allowedAccounts();
                    if (!allowed.isEmpty()) {
                        type.permissions(it -> it.allowedAccounts(allowed));
                    }
                    type.properties(definition.configurationProperties().stream()
                            .map(SdkActionTypes::declared)
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
    public void tagResource(Caller caller, String resourceArn, Tags tags) {
        refusing(() -> client.tagResource(request -> request.overrideConfiguration(in(caller))
                .resourceArn(resourceArn)
                .tags(wire(tags))));
    }

    @Override
    public void untagResource(Caller caller, String resourceArn, Set<String> tagKeys) {
        refusing(() -> client.untagResource(request -> request.overrideConfiguration(in(caller))
                .resourceArn(resourceArn)
                .tagKeys(tagKeys)));
    }

    @Override
    public Page<Tags.Tag> listTagsForResource(Caller caller, String resourceArn, PageRequest page) {
        var answer = refusing(() -> client.listTagsForResource(request -> request.overrideConfiguration(in(caller))
                .resourceArn(resourceArn)
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
        ActionTypeId id = SdkJobWorker.actionTypeId(type.id());
        return new ActionType(
                id,
                new ActionTypeDefinition(
                        settings(type.settings()),
                        type.actionConfigurationProperties().stream()
                                .map(SdkActionTypes::property)
                                .toList(),
                        new ArtifactDetails(
                                type.inputArtifactDetails().minimumCount(),
                                type.inputArtifactDetails().maximumCount()),
                        new ArtifactDetails(
                                type.outputArtifactDetails().minimumCount(),
                                type.outputArtifactDetails().maximumCount())),
                Timing.defaultsFor(id.owner()),
                ProviderDeclaration.NONE,
                tags,
                false);
    }

    private static ActionTypeSettings settings(
            software.amazon.awssdk.services.codepipeline.model.ActionTypeSettings settings) {
        return settings == null
                ? ActionTypeSettings.NONE
                : new ActionTypeSettings(
                        Optional.ofNullable(settings.thirdPartyConfigurationUrl()),
                        template(settings.entityUrlTemplate()),
                        template(settings.executionUrlTemplate()),
                        template(settings.revisionUrlTemplate()));
    }

    private static ActionTypeSettings settings(ActionTypeUrls urls) {
        return urls == null
                ? ActionTypeSettings.NONE
                : new ActionTypeSettings(
                        Optional.ofNullable(urls.configurationUrl()),
                        template(urls.entityUrlTemplate()),
                        template(urls.executionUrlTemplate()),
                        template(urls.revisionUrlTemplate()));
    }

    private static Optional<UrlTemplate> template(String text) {
        return Optional.ofNullable(text).map(UrlTemplate::new);
    }

    private static String text(Optional<UrlTemplate> template) {
        return template.map(UrlTemplate::text).orElse(null);
    }

    private static software.amazon.awssdk.services.codepipeline.model.ActionTypeSettings wire(
            ActionTypeSettings settings) {
        return software.amazon.awssdk.services.codepipeline.model.ActionTypeSettings.builder()
                .thirdPartyConfigurationUrl(
                        settings.thirdPartyConfigurationUrl().orElse(null))
                .entityUrlTemplate(text(settings.entityUrlTemplate()))
                .executionUrlTemplate(text(settings.executionUrlTemplate()))
                .revisionUrlTemplate(text(settings.revisionUrlTemplate()))
                .build();
    }

    private static ActionConfigurationProperty wire(ConfigurationProperty property) {
        return ActionConfigurationProperty.builder()
                .name(property.name())
                .required(property.required())
                .key(property.key())
                .secret(property.secret())
                .queryable(property.queryable())
                .description(property.description().orElse(null))
                .type(property.type().name())
                .build();
    }

    private static ActionTypeProperty declared(ConfigurationProperty property) {
        return ActionTypeProperty.builder()
                .name(property.name())
                .optional(!property.required())
                .key(property.key())
                .noEcho(property.secret())
                .queryable(property.queryable())
                .description(property.description().orElse(null))
                .build();
    }

    private static ConfigurationProperty property(ActionConfigurationProperty property) {
        return new ConfigurationProperty(
                property.name(),
                property.required(),
                property.key(),
                property.secret(),
                property.queryable(),
                Optional.ofNullable(property.description()),
                ConfigurationProperty.Type.valueOf(property.typeAsString()));
    }

    private static ConfigurationProperty property(ActionTypeProperty property) {
        return new ConfigurationProperty(
                property.name(),
                !property.optional(),
                property.key(),
                property.noEcho(),
                property.queryable(),
                Optional.ofNullable(property.description()),
                ConfigurationProperty.Type.String);
    }

    private static software.amazon.awssdk.services.codepipeline.model.ArtifactDetails wire(ArtifactDetails details) {
        return software.amazon.awssdk.services.codepipeline.model.ArtifactDetails.builder()
                .minimumCount(details.minimumCount())
                .maximumCount(details.maximumCount())
                .build();
    }

    private static List<Tag> wire(Tags tags) {
        return tags.values().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static Tags tags(List<Tag> tags) {
        return Tags.of(
                tags.stream().map(tag -> new Tags.Tag(tag.key(), tag.value())).toList());
    }
}
