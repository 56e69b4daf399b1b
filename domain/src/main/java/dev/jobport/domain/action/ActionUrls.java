package dev.jobport.domain.action;

import java.util.Map;
import java.util.Optional;

/**
 * Where people are led from an action; what its type has no template for, or what the action has no values for yet, is
 * absent. No secret is ever in one.
 *
 * @param entityUrl to the thing that the action works on
 * @param executionUrl to what the action does just now
 * @param revisionUrl to the revision that the action is about, or to where it is configured
 */
public record ActionUrls(Optional<String> entityUrl, Optional<String> executionUrl, Optional<String> revisionUrl) {

    public static final ActionUrls NONE = new ActionUrls(Optional.empty(), Optional.empty(), Optional.empty());

    /** Those of an action that has come so far. */
    public static ActionUrls of(ActionExecution action, ActionProgress progress) {
        ActionTypeSettings settings = action.settings();
        Map<String, String> configuration = action.openConfiguration();
        return new ActionUrls(
                settings.entityUrlTemplate().flatMap(template -> template.fill(configuration, progress)),
                settings.executionUrlTemplate().flatMap(template -> template.fill(configuration, progress)),
                settings.revisionUrlTemplate().flatMap(template -> template.fill(configuration, progress)));
    }
}
