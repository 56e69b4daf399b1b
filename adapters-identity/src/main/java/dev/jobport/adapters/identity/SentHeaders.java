package dev.jobport.adapters.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The headers of a request: each name, whose case does not matter, with its values in the order sent. */
public final class SentHeaders {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private SentHeaders() {}

    /** @param fields hands over each name with its value, in the order sent; a name may come again */
    public static SentHeaders of(Consumer<BiConsumer<String, String>> fields) {
        SentHeaders headers = new SentHeaders();
        fields.accept((name, value) -> headers.values
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> new ArrayList<>(1))
                .add(value));
        return headers;
    }

    /** All values of a header; none if it was not sent. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    /** The value of a header, and the first if there are several. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }
}
