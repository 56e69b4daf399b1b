package dev.jobport.verdict;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Faults that are known, each with the reason why that is borne for now. In a file each has a line:
 * {@code CLAIM-3 until the next release}. Empty lines, and those that begin with {@code #}, say nothing.
 */
public record Known(Map<RuleId, String> reasons) {

    public static final Known NONE = new Known(Map.of());

    /** @throws IllegalArgumentException if a line is no id with a reason */
    public static Known read(BufferedReader lines) throws IOException {
        Map<RuleId, String> reasons = new LinkedHashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                String[] parts = text.split("\\s+", 2);
                if (parts.length < 2) {
                    throw new IllegalArgumentException("a reason is missing behind " + text);
                }
                reasons.put(RuleId.of(parts[0]), parts[1]);
            }
        }
        return new Known(reasons);
    }
}
