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
 * Lists and maps as AWS reads them. However many texts in one are wrong, AWS tells of one mistake, in the whole.
 */
public final class AwsCollections {

    private static final String NOT_LONGER_THAN = "have length less than or equal to ";

    private AwsCollections() {}

    /** A list of structures. What is wrong with the list as a whole comes first. */
    public static <V> Type<List<V>> list(Type<V> item, int most) {
        return new Types.Composed<>(
                (in, member, present) -> {
                    if (present.isArray() && present.size() > most) {
                        in.violated(member, Violation.of(NOT_LONGER_THAN + most));
                    }
                    return in.items(member, present, item);
                },
                values -> Types.written(values, item),
                Types.list(item)::schema);
    }

    /** A list of texts. */
    public static Type<List<String>> texts(RangeConstraint size, TextConstraint text) {
        return new Types.Composed<>(
                (in, member, present) -> texts(in, member, present, size, text),
                values -> Types.written(values, Types.TEXT),
                Types.list(Types.text(text))::schema);
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
     * A map from text to text, in the order given.
     *
     * @param most entries that it may have
     */
    public static Type<Map<String, String>> map(int most, TextConstraint key, TextConstraint value) {
        return new Types.Composed<>(
                (in, member, present) -> map(in, member, present, most, key, value),
                Types::onlyRead,
                Types.map(key, value)::schema);
    }

    private static Map<String, String> map(
            Members in, String member, JsonNode present, int most, TextConstraint key, TextConstraint value) {
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
