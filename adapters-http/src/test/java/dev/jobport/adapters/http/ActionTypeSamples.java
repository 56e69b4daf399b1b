package dev.jobport.adapters.http;

import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.UrlTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Definitions of action types, one with everything in it and one with nothing, and their JSON. */
final class ActionTypeSamples {

    static final ActionTypeDefinition DEFINITION = new ActionTypeDefinition(
            new ActionTypeSettings(
                    Optional.of("https://a/sign-up"),
                    Optional.of(new UrlTemplate("https://a/{Config:Project}")),
                    Optional.of(new UrlTemplate("https://a/{ExternalExecutionId}")),
                    Optional.of(new UrlTemplate("https://a/r"))),
            List.of(
                    new ConfigurationProperty(
                            "Project",
                            true,
                            true,
                            false,
                            true,
                            Optional.of("which"),
                            ConfigurationProperty.Type.Number),
                    new ConfigurationProperty(
                            "Password",
                            false,
                            false,
                            true,
                            false,
                            Optional.empty(),
                            ConfigurationProperty.Type.String)),
            new ArtifactDetails(1, 2),
            new ArtifactDetails(0, 3));

    static final String URLS = "\"entityUrlTemplate\":\"https://a/{Config:Project}\","
            + "\"executionUrlTemplate\":\"https://a/{ExternalExecutionId}\",\"revisionUrlTemplate\":\"https://a/r\"";
    static final String SETTINGS = "\"settings\":{\"thirdPartyConfigurationUrl\":\"https://a/sign-up\"," + URLS + "}";
    static final String PROPERTIES = "[{\"name\":\"Project\",\"required\":true,\"key\":true,\"secret\":false,"
            + "\"queryable\":true,\"description\":\"which\",\"type\":\"Number\"},{\"name\":\"Password\","
            + "\"required\":false,\"key\":false,\"secret\":true,\"queryable\":false,\"type\":\"String\"}]";
    static final String DETAILS = "\"inputArtifactDetails\":{\"minimumCount\":1,\"maximumCount\":2},"
            + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":3}";

    static final Tags TAGS = new Tags(Map.of("team", "checkout", "stage", ""));

    static final ActionTypeDefinition BARE = new ActionTypeDefinition(
            ActionTypeSettings.NONE, List.of(), new ArtifactDetails(0, 0), new ArtifactDetails(1, 1));
    static final String BARE_DETAILS = "\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":0},"
            + "\"outputArtifactDetails\":{\"minimumCount\":1,\"maximumCount\":1}";

    private ActionTypeSamples() {}
}
