package dev.jobport.adapters.wire.client;

import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.UrlTemplate;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.codepipeline.model.ActionConfigurationProperty;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeArtifactDetails;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeProperty;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeUrls;
import software.amazon.awssdk.services.codepipeline.model.Tag;

/** What action types are defined by, in the older and the newer shape, between the SDK's classes and the domain's. */
final class SdkDefinitions {

    private SdkDefinitions() {}

    static ActionTypeSettings settings(software.amazon.awssdk.services.codepipeline.model.ActionTypeSettings settings) {
        return settings == null
                ? ActionTypeSettings.NONE
                : new ActionTypeSettings(
                        Optional.ofNullable(settings.thirdPartyConfigurationUrl()),
                        template(settings.entityUrlTemplate()),
                        template(settings.executionUrlTemplate()),
                        template(settings.revisionUrlTemplate()));
    }

    static ActionTypeSettings settings(ActionTypeUrls urls) {
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

    static String text(Optional<UrlTemplate> template) {
        return template.map(UrlTemplate::text).orElse(null);
    }

    static software.amazon.awssdk.services.codepipeline.model.ActionTypeSettings wire(ActionTypeSettings settings) {
        return software.amazon.awssdk.services.codepipeline.model.ActionTypeSettings.builder()
                .thirdPartyConfigurationUrl(
                        settings.thirdPartyConfigurationUrl().orElse(null))
                .entityUrlTemplate(text(settings.entityUrlTemplate()))
                .executionUrlTemplate(text(settings.executionUrlTemplate()))
                .revisionUrlTemplate(text(settings.revisionUrlTemplate()))
                .build();
    }

    static ActionConfigurationProperty wire(ConfigurationProperty property) {
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

    static software.amazon.awssdk.services.codepipeline.model.ArtifactDetails wire(ArtifactDetails details) {
        return software.amazon.awssdk.services.codepipeline.model.ArtifactDetails.builder()
                .minimumCount(details.minimumCount())
                .maximumCount(details.maximumCount())
                .build();
    }

    static ActionTypeArtifactDetails declared(ArtifactDetails details) {
        return ActionTypeArtifactDetails.builder()
                .minimumCount(details.minimumCount())
                .maximumCount(details.maximumCount())
                .build();
    }

    static ActionTypeProperty declared(ConfigurationProperty property) {
        return ActionTypeProperty.builder()
                .name(property.name())
                .optional(!property.required())
                .key(property.key())
                .noEcho(property.secret())
                .queryable(property.queryable())
                .description(property.description().orElse(null))
                .build();
    }

    static ConfigurationProperty property(ActionConfigurationProperty property) {
        return new ConfigurationProperty(
                property.name(),
                property.required(),
                property.key(),
                property.secret(),
                property.queryable(),
                Optional.ofNullable(property.description()),
                ConfigurationProperty.Type.valueOf(property.typeAsString()));
    }

    static ConfigurationProperty property(ActionTypeProperty property) {
        return new ConfigurationProperty(
                property.name(),
                !property.optional(),
                property.key(),
                property.noEcho(),
                property.queryable(),
                Optional.ofNullable(property.description()),
                ConfigurationProperty.Type.String);
    }

    static ArtifactDetails details(software.amazon.awssdk.services.codepipeline.model.ArtifactDetails details) {
        return new ArtifactDetails(details.minimumCount(), details.maximumCount());
    }

    static ArtifactDetails details(ActionTypeArtifactDetails details) {
        return new ArtifactDetails(details.minimumCount(), details.maximumCount());
    }

    static List<Tag> wire(Tags tags) {
        return tags.values().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static Tags tags(List<Tag> tags) {
        return Tags.of(
                tags.stream().map(tag -> new Tags.Tag(tag.key(), tag.value())).toList());
    }
}
