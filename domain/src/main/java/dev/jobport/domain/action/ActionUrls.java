package dev.jobport.domain.action;

import dev.jobport.domain.actiontype.ActionTypeSettings;
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

    private static final String CONFIGURATION = "Config:";

    public static final ActionUrls NONE = new ActionUrls(Optional.empty(), Optional.empty(), Optional.empty());

    /** Those of an action that has come so far. */
    public static ActionUrls of(ActionExecution action, ActionProgress progress) {
        ActionTypeSettings settings = action.settings();
        Map<String, String> configuration = action.openConfiguration();
        return new ActionUrls(
                settings.entityUrlTemplate().flatMap(it -> it.fill(place -> value(place, configuration, progress))),
                settings.executionUrlTemplate().flatMap(it -> it.fill(place -> value(place, configuration, progress))),
                settings.revisionUrlTemplate().flatMap(it -> it.fill(place -> value(place, configuration, progress))));
    }

    private static Optional<String> value(String place, Map<String, String> configuration, ActionProgress progress) {
        if (place.startsWith(CONFIGURATION)) {
            return Optional.ofNullable(configuration.get(place.substring(CONFIGURATION.length())));
        }
        return switch (place) {
            case "ExternalExecutionId" -> progress.executionDetails().externalExecutionId();
            case "RevisionId" -> progress.currentRevision().map(CurrentRevision::revision);
            default -> Optional.empty();
        };
    }
}
