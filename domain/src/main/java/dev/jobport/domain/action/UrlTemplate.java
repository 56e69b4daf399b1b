package dev.jobport.domain.action;

import dev.jobport.domain.TextConstraint;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A URL with places for what an action is configured by, as {@code {Config:name}}, and for its
 * {@code {ExternalExecutionId}} (CodePipeline User Guide, "Create and add a custom action").
 *
 * @param text 1 to 2,048 characters
 */
public record UrlTemplate(String text) {

    public static final TextConstraint TEXT = TextConstraint.length(1, 2048);

    private static final Pattern CONFIGURATION_KEY = Pattern.compile("\\{Config:([^{}]*+)}");

    public UrlTemplate {
        TEXT.require(text);
    }

    /** The configuration properties that it has places for. */
    public Set<String> configurationKeys() {
        return CONFIGURATION_KEY
                .matcher(text)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its text. */
    @Override
    public String toString() {
        return text;
    }
}
