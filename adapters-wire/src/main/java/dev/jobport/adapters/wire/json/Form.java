package dev.jobport.adapters.wire.json;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the members of a structure are declared to, in their order. See {@link Shape}.
 *
 * @param <T> the value that the structure stands for
 */
public interface Form<T> {

    <V> V required(String member, Type<V> type, Function<T, V> get);

    <V> Optional<V> optional(String member, Type<V> type, Function<T, Optional<V>> get);

    /** A member that when it is not given has a default, which is not written. */
    <V> V orAbsent(String member, Type<V> type, V otherwise, Function<T, V> get);

    /** The same, and it is always written. */
    default <V> V orElse(String member, Type<V> type, V otherwise, Function<T, V> get) {
        return orAbsent(member, type, otherwise, get);
    }

    /** A member that may be given, and that nobody looks at. */
    default void ignored(String member, String about) {}

    /** Says of the structure what people are told. */
    default void about(String description) {}

    /** What the members make; null where anything is wrong, or where nothing is read. */
    default T build(Supplier<T> value) {
        return null;
    }

    /** A member of requests only. */
    default <V> V required(String member, Type<V> type) {
        return required(member, type, Types::onlyRead);
    }

    /** A member of requests only. */
    default <V> Optional<V> optional(String member, Type<V> type) {
        return optional(member, type, Types::onlyRead);
    }

    /** A member of requests only. */
    default <V> V orElse(String member, Type<V> type, V otherwise) {
        return orElse(member, type, otherwise, Types::onlyRead);
    }
}
