package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Members that are lists and maps, as AWS reads them and tells what is wrong with them: of the texts in one that are not
 * good it tells as one thing that is wrong with the whole.
 */
public final class AwsCollections {

    private static final String NOT_LONGER_THAN = "have length less than or equal to ";

    private AwsCollections() {}

    /** A list of objects; empty if absent. What is wrong with the list as a whole comes first. */
    public static <T> List<T> list(Members in, String member, int most, Function<Members, T> reader) {
        in.find(member)
                .filter(present -> present.isArray() && present.size() > most)
                .ifPresent(present -> in.violated(member, Violation.of(NOT_LONGER_THAN + most)));
        return in.list(member, reader);
    }

    /** The same, of any length, that must be there. */
    public static <T> List<T> requiredList(Members in, String member, Function<Members, T> reader) {
        return in.presentOr(member, present -> in.list(member, reader));
    }

    /** A list of texts; empty if absent. */
    public static List<String> texts(Members in, String member, RangeConstraint size, TextConstraint text) {
        return in.find(member)
                .map(present -> texts(in, member, present, size, text))
                .orElse(List.of());
    }

    /** The same that must be there. */
    public static List<String> requiredTexts(Members in, String member, RangeConstraint size, TextConstraint text) {
        return in.presentOr(member, present -> texts(in, member, present, size, text));
    }

    private static List<String> texts(
            Members in, String member, JsonNode present, RangeConstraint size, TextConstraint text) {
        if (!present.isArray()) {
            throw in.wrongType(member, present, JsonType.List);
        }
        List<String> texts = new ArrayList<>(present.size());
        present.forEach(item -> texts.add(nullableText(in, member, item)));
        if (texts.size() > size.max()) {
            in.violated(member, Violation.of(NOT_LONGER_THAN + size.max()));
        }
        if (texts.size() < size.min()) {
            in.violated(member, Violation.of("have length greater than or equal to " + size.min()));
        }
        if (!texts.stream().allMatch(item -> item != null && text.accepts(item))) {
            in.violated(member, Violation.of(inAwsWords(text)));
        }
        return texts;
    }

    /**
     * A map from text to text, in the order given; empty if absent.
     *
     * @param most entries that it may have
     */
    public static Map<String, String> map(
            Members in, String member, int most, TextConstraint key, TextConstraint value) {
        JsonNode present = in.find(member).orElse(null);
        if (present == null) {
            return Map.of();
        }
        if (!present.isObject()) {
            throw in.wrongType(member, present, JsonType.Map);
        }
        Map<String, String> map = new LinkedHashMap<>();
        present.properties().forEach(entry -> map.put(entry.getKey(), nullableText(in, member, entry.getValue())));
        if (map.size() > most) {
            in.violated(member, Violation.of(NOT_LONGER_THAN + most));
        }
        if (!map.keySet().stream().allMatch(key::accepts)) {
            in.violated(member, Violation.ofSome("Map keys", inAwsWords(key)));
        }
        if (!map.values().stream().allMatch(text -> text != null && value.accepts(text))) {
            in.violated(member, Violation.ofSome("Map value", inAwsWords(value)));
        }
        return map;
    }

    private static String nullableText(Members in, String member, JsonNode present) {
        return present.isNull() ? null : in.text(member, present, Function.identity());
    }

    private static String inAwsWords(TextConstraint constraint) {
        return constraint.parts().stream()
                .map(part -> "Member must " + part)
                .collect(Collectors.joining(", ", "satisfy constraint: [", "]"));
    }
}
