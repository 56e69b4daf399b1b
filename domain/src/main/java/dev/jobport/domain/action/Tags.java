package dev.jobport.domain.action;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.TextConstraint;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What people label a resource with (CodePipeline API Reference, Tag; User Guide, quotas).
 *
 * @param values at most {@value #MOST}, by keys of 1 to 128 characters that do not begin with {@code aws:}; values of at
 *     most 256 characters. Both of letters, digits, blanks and {@code + - = . _ : / @}
 */
public record Tags(Map<String, String> values) {

    public static final TextConstraint KEY = TextConstraint.length(1, 128);
    public static final TextConstraint VALUE = TextConstraint.length(0, 256);
    public static final int MOST = 50;

    public static final Tags NONE = new Tags(Map.of());

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}\\p{Z}+\\-=._:/@]*+");
    private static final String RESERVED = "aws:";

    public Tags {
        values.forEach(Tags::requireAllowed);
        if (values.size() > MOST) {
            throw new Refusal.TooManyTags(values.size(), MOST);
        }
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    private static void requireAllowed(String key, String value) {
        KEY.require(key);
        VALUE.require(value);
        if (key.regionMatches(true, 0, RESERVED, 0, RESERVED.length())) {
            throw new Refusal.InvalidTags(
                    "Keys that begin with aws: are AWS's own; name the tag '" + key + "' otherwise.");
        }
        if (key.isBlank()) {
            throw new Refusal.InvalidTags("The key of a tag is blank; name the tag.");
        }
        for (String text : new String[] {key, value}) {
            if (!ALLOWED.matcher(text).matches()) {
                throw new Refusal.InvalidTags("The tag '" + key
                        + "' has other characters than letters, digits, blanks and + - = . _ : / @; take them out.");
            }
        }
    }
}
