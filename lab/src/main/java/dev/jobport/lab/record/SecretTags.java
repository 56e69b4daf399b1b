package dev.jobport.lab.record;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts tags in the place of secrets, equal where the secret is equal. Secrets that the lab mints can be told by their form,
 * so that it takes no longer when there are many; those that others bring are few.
 */
public final class SecretTags {

    /** What a minted secret begins with; 20 digits of base 36 follow. */
    public static final String MINTED = "lab0";

    public static final int MINTED_DIGITS = 20;

    private static final Pattern FORM = Pattern.compile(MINTED + "[0-9a-z]{" + MINTED_DIGITS + "}");

    /** What a secret is. */
    public enum Kind {
        NONCE("#n"),
        SECRET("#s"),
        CLIENT_TOKEN("#t"),
        CREDENTIALS("#c");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private final Map<String, String> minted = new ConcurrentHashMap<>();
    /** The longest first, because one may be a part of another. */
    private final Map<String, String> brought = new ConcurrentSkipListMap<>(
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final Map<String, String> alone = new ConcurrentHashMap<>();
    private final Map<Kind, AtomicInteger> numbers = new ConcurrentHashMap<>();

    /** @return the tag that stands for it from now on */
    public String tag(Kind kind, String secret) {
        return of(secret).computeIfAbsent(secret, it -> next(kind));
    }

    /** The tag of something that others made up: it stands for it here alone, for it may be a word that is found anywhere. */
    String tagAlone(Kind kind, String madeUp) {
        return alone.computeIfAbsent(madeUp, it -> next(kind));
    }

    /** Several texts with the one tag. */
    public void tagAll(Kind kind, String... secrets) {
        String tag = next(kind);
        for (String secret : secrets) {
            of(secret).putIfAbsent(secret, tag);
        }
    }

    private Map<String, String> of(String secret) {
        return FORM.matcher(secret).matches() ? minted : brought;
    }

    private String next(Kind kind) {
        return kind.prefix
                + numbers.computeIfAbsent(kind, it -> new AtomicInteger()).incrementAndGet();
    }

    /** The text with tags in the place of all secrets that are known. */
    public String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> secret : brought.entrySet()) {
            masked = masked.replace(secret.getKey(), secret.getValue());
        }
        if (!masked.contains(MINTED)) {
            return masked;
        }
        Matcher found = FORM.matcher(masked);
        return found.replaceAll(it -> Matcher.quoteReplacement(minted.getOrDefault(it.group(), it.group())));
    }
}
