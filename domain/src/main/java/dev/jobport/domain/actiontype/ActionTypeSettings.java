package dev.jobport.domain.actiontype;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.TextConstraint;
import java.util.Optional;

/**
 * Where people are led from an action in a pipeline (CodePipeline API Reference, ActionTypeSettings; ActionTypeUrls calls
 * the first one configurationUrl).
 *
 * @param thirdPartyConfigurationUrl where they sign up at the provider, 1 to 2,048 characters
 * @param entityUrlTemplate to the thing that the action works on
 * @param executionUrlTemplate to what the action does just now
 * @param revisionUrlTemplate to where the action is configured
 */
public record ActionTypeSettings(
        Optional<String> thirdPartyConfigurationUrl,
        Optional<UrlTemplate> entityUrlTemplate,
        Optional<UrlTemplate> executionUrlTemplate,
        Optional<UrlTemplate> revisionUrlTemplate) {

    public static final TextConstraint URL = TextConstraint.length(1, 2048);

    public static final ActionTypeSettings NONE =
            new ActionTypeSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ActionTypeSettings {
        thirdPartyConfigurationUrl.ifPresent(URL::require);
        requireNonNull(entityUrlTemplate);
        requireNonNull(executionUrlTemplate);
        requireNonNull(revisionUrlTemplate);
    }
}
