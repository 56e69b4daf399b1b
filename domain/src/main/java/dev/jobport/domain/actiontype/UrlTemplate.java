package dev.jobport.domain.actiontype;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.TextConstraint;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** An HTTP URL in the characters of RFC 3986. */
    private static final Pattern URL =
            Pattern.compile("(?i:https?)://(?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++");

    private static final Pattern BEYOND_HOST = Pattern.compile("://[^/]*+/");

    /** What stays in a path or a fragment as it is: {@code pchar} of RFC 3986, and the slash. */
    private static final String IN_PATH = "._~-:/@!$&'()*+,;=";

    /** What stays in a query: an ampersand, a plus or an equals sign would begin or change another part of it. */
    private static final String IN_QUERY = "._~-:/@!$'()*,;";

    /** What stays in a host: anything else would end it. */
    private static final String IN_HOST = "._~-";

    public UrlTemplate {
        TEXT.require(text);
    }

    /**
     * The URL of an action as far as it has come. A value stays within its place: what would change the URL's structure, or
     * has no place in one, is encoded (RFC 3986), except of an HTTP URL at the beginning.
     *
     * @param values what stands in a place of this name, if anything
     * @return empty if there is no value for one of the places, or if it would be no HTTP URL
     */
    public Optional<String> fill(Function<String, Optional<String>> values) {
        StringBuilder url = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            Optional<String> value = values.apply(place.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            url.append(text, end, place.start());
            boolean begins = url.isEmpty() && URL.matcher(value.get()).matches();
            url.append(begins ? value.get() : encoded(value.get(), allowedAfter(url)));
            end = place.end();
        }
        url.append(text, end, text.length());
        return Optional.of(url.toString()).filter(filled -> URL.matcher(filled).matches());
    }

    /** What a value may hold as it is, behind this part of a URL. */
    private static String allowedAfter(CharSequence url) {
        String before = url.toString();
        if (before.contains("#")) {
            return IN_PATH;
        }
        if (before.contains("?")) {
            return IN_QUERY;
        }
        return BEYOND_HOST.matcher(before).find() ? IN_PATH : IN_HOST;
    }

    private static String encoded(String value, String allowed) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(UTF_8)) {
            char character = (char) octet;
            boolean stays = isLetterOrDigit(character) || allowed.indexOf(character) >= 0;
            encoded.append(stays ? String.valueOf(character) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9';
    }

    /** Its text. */
    @Override
    public String toString() {
        return text;
    }
}
