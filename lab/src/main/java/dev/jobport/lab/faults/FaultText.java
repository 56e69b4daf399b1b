package dev.jobport.lab.faults;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults as texts: {@code lost-answer@AcknowledgeJob#1}, {@code throttle@Poll*#1-3}, {@code 500@*%0.05},
 * {@code rival@AcknowledgeJob!action=4f…}.
 *
 * @param name with its argument, as in {@code slow-answer(2s)}
 */
public record FaultText(String name, Which which) {

    private static final Pattern FORM = Pattern.compile(
            "([^@]+)@([A-Za-z*|]+)(?:#(/)?([0-9]{1,9})(?:-([0-9]{1,9}))?)?(?:%([0-9.]+))?((?:![a-z]+=[^!]+)*)");

    /**
     * @param known the names of all operations of the protocol, which is what {@code *} in a name means
     * @param artifacts of those for artifacts, which are named in full
     * @throws IllegalArgumentException if it is not like this, or names something that there is not
     */
    public static FaultText parse(String text, List<String> known, List<String> artifacts) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group(4) != null && parts.group(6) != null) {
            throw new IllegalArgumentException(
                    "A fault is written like lost-answer@AcknowledgeJob#1, throttle@Poll*#1-3"
                            + " or 500@*%0.05, and not like " + text + ".");
        }
        Which which = Which.ANY.on(operations(parts.group(2), known, artifacts)).when(when(parts));
        for (String filter : parts.group(7).split("!")) {
            which = filter.isEmpty() ? which : filtered(which, filter);
        }
        return new FaultText(parts.group(1), which);
    }

    private static When when(Matcher parts) {
        if (parts.group(6) != null) {
            return new When.Probably(Double.parseDouble(parts.group(6)));
        }
        if (parts.group(4) == null) {
            return When.ALWAYS;
        }
        int first = Integer.parseInt(parts.group(4));
        if (parts.group(3) != null) {
            return new When.Every(first);
        }
        return new When.Range(first, parts.group(5) == null ? first : Integer.parseInt(parts.group(5)));
    }

    private static Which filtered(Which which, String filter) {
        int equals = filter.indexOf('=');
        String value = filter.substring(equals + 1);
        return switch (filter.substring(0, equals)) {
            case "action" -> which.ofAction(value);
            case "job" -> which.ofJob(value);
            case "caller" -> which.ofCaller(value);
            default ->
                throw new IllegalArgumentException("A fault is for an action, a job or a caller, and not for "
                        + filter.substring(0, equals) + ".");
        };
    }

    private static Set<String> operations(String text, List<String> known, List<String> artifacts) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : text.split("\\|")) {
            Pattern pattern = Pattern.compile(name.replaceAll("\\*+", ".*"));
            List<String> those = artifacts.contains(name)
                    ? List.of(name)
                    : known.stream().filter(pattern.asMatchPredicate()).toList();
            if (those.isEmpty()) {
                throw new IllegalArgumentException("There is no operation " + name + "; there are "
                        + String.join(", ", known) + ", and of artifacts " + String.join(", ", artifacts) + ".");
            }
            found.addAll(those);
        }
        return found.size() == known.size() && found.containsAll(known) ? Set.of() : found;
    }
}
