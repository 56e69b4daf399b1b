package dev.jobport.domain.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.TextConstraint;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A URL with places for what an action is configured by, as {@code {Config:name}}, for its
 * {@code {ExternalExecutionId}} (CodePipeline User Guide, "Create and add a custom action"), and for the
 * {@code {RevisionId}} that its worker reported, as in the types that AWS provides.
 *
 * @param text 1 to 2,048 characters
 */
public record UrlTemplate(String text) {

    public static final TextConstraint TEXT = TextConstraint.length(1, 2048);

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*+)}");

    private static final String CONFIGURATION = "Config:";

    /** What may take the place of a URL's beginning as it is. */
    private static final Pattern BEGINNING = Pattern.compile("https?://\\S*+");

    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

    public UrlTemplate {
        TEXT.require(text);
    }

    /** The configuration properties that it has places for. */
    public Set<String> configurationKeys() {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .filter(place -> place.startsWith(CONFIGURATION))
                .map(place -> place.substring(CONFIGURATION.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The URL of an action as far as it has come. A value stays within its place: what has a meaning in URLs is encoded
     * (RFC 3986), except of an HTTP URL at the beginning.
     *
     * @param configuration as it is shown
     * @return empty while there is no value for one of the places
     */
    Optional<String> fill(Map<String, String> configuration, ActionProgress progress) {
        StringBuilder url = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            Optional<String> value = value(place.group(1), configuration, progress);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            boolean begins =
                    place.start() == 0 && BEGINNING.matcher(value.get()).matches();
            place.appendReplacement(url, Matcher.quoteReplacement(begins ? value.get() : encoded(value.get())));
        }
        return Optional.of(place.appendTail(url).toString());
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

    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(UTF_8)) {
            String character = String.valueOf((char) octet);
            encoded.append(UNRESERVED.matcher(character).matches() ? character : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    /** Its text. */
    @Override
    public String toString() {
        return text;
    }
}
