package dev.jobport.cli;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which of the known words was meant by one that is misspelt. */
public final class Nearest {

    /** One letter in so many may be wrong. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private Nearest() {}

    /** Asks whether the likeliest word was meant, to be put after a message; empty if none is likely. */
    public static String question(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> mistakes(word, candidate) <= word.length() / LETTERS_PER_MISTAKE)
                .min(Comparator.comparingInt((String candidate) -> mistakes(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElse("");
    }

    /** How many letters have to be added, left out or changed (Levenshtein). */
    private static int mistakes(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[to.length()];
    }
}
