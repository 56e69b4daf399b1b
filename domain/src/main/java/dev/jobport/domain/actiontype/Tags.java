package dev.jobport.domain.actiontype;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.TextConstraint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What people label a resource with (CodePipeline API Reference, Tag; User Guide, quotas).
 *
 * @param values at most {@value #MOST}, by keys of 1 to 128 characters that do not begin with {@code aws:}; values of at
 *     most 256 characters. Both of letters, digits, blanks and {@code + - = . _ : / @}
 */
public record Tags(Map<String, String> values) {

    /** One of them. */
    public record Tag(String key, String value) {

        public Tag {
            KEY.require(key);
            VALUE.require(value);
        }
    }

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

    /** @throws Refusal.InvalidTags if two have the same key */
    public static Tags of(List<Tag> tags) {
        Map<String, String> values = new TreeMap<>();
        for (Tag tag : tags) {
            if (values.put(tag.key(), tag.value()) != null) {
                throw new Refusal.InvalidTags("Two tags have the key '" + tag.key() + "'; give it once.");
            }
        }
        return new Tags(values);
    }

    /** Each of them, by key. */
    public List<Tag> asList() {
        return values.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }

    /**
     * These, and others, which win where both have the same key.
     *
     * @throws Refusal.TooManyTags if these are too many together
     */
    public Tags with(Tags others) {
        Map<String, String> together = new TreeMap<>(values);
        together.putAll(others.values);
        return new Tags(together);
    }

    /**
     * These without those of the keys, as far as they are there.
     *
     * @throws Refusal.InvalidTags if a key cannot be a tag's
     */
    public Tags without(Set<String> keys) {
        keys.forEach(key -> requireAllowed(key, ""));
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(keys);
        return new Tags(rest);
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
