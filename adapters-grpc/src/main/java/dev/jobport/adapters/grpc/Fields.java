package dev.jobport.adapters.grpc;

import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the fields of messages. What is wrong with each is told with its place, in the names of the domain. */
final class Fields {

    /** More are not looked for: the answer has no room for them. */
    static final int MAX_VIOLATIONS = 50;

    private Fields() {}

    interface Of3<A, B, C, T> {
        T with(A a, B b, C c);
    }

    interface Of4<A, B, C, D, T> {
        T with(A a, B b, C c, D d);
    }

    interface Of5<A, B, C, D, E, T> {
        T with(A a, B b, C c, D d, E e);
    }

    /** Makes something of several fields, or tells all that is wrong with them. */
    static <A, B, T> T all(BiFunction<A, B, T> of, Supplier<A> a, Supplier<B> b) {
        List<Violation> wrong = new ArrayList<>();
        Optional<A> readA = read(a, wrong);
        Optional<B> readB = read(b, wrong);
        refuse(wrong);
        return of.apply(readA.orElseThrow(), readB.orElseThrow());
    }

    static <A, B, C, T> T all(Of3<A, B, C, T> of, Supplier<A> a, Supplier<B> b, Supplier<C> c) {
        return all((readA, rest) -> of.with(readA, rest.getKey(), rest.getValue()), a, () -> all(Map::entry, b, c));
    }

    static <A, B, C, D, T> T all(Of4<A, B, C, D, T> of, Supplier<A> a, Supplier<B> b, Supplier<C> c, Supplier<D> d) {
        return all(
                (readA, readB, rest) -> of.with(readA, readB, rest.getKey(), rest.getValue()),
                a,
                b,
                () -> all(Map::entry, c, d));
    }

    static <A, B, C, D, E, T> T all(
            Of5<A, B, C, D, E, T> of, Supplier<A> a, Supplier<B> b, Supplier<C> c, Supplier<D> d, Supplier<E> e) {
        return all(
                (readA, readB, readC, rest) -> of.with(readA, readB, readC, rest.getKey(), rest.getValue()),
                a,
                b,
                c,
                () -> all(Map::entry, d, e));
    }

    interface To3<A, B, C> {
        void with(A a, B b, C c);
    }

    /** Does something with several fields, or tells all that is wrong with them. */
    static <A, B> void each(BiConsumer<A, B> to, Supplier<A> a, Supplier<B> b) {
        Map.Entry<A, B> read = all(Map::entry, a, b);
        to.accept(read.getKey(), read.getValue());
    }

    static <A, B, C> void each(To3<A, B, C> to, Supplier<A> a, Supplier<B> b, Supplier<C> c) {
        each((readA, rest) -> to.with(readA, rest.getKey(), rest.getValue()), a, () -> all(Map::entry, b, c));
    }

    /** @param wrong gets what is wrong with the field */
    private static <T> Optional<T> read(Supplier<T> reading, List<Violation> wrong) {
        if (wrong.size() >= MAX_VIOLATIONS) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.get());
        } catch (Refusal.Validation refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            wrong.addAll(refused.violations());
            return Optional.empty();
        }
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal.Validation(wrong);
        }
    }

    /** A text that has to be there. */
    static <T> T required(String name, String text, Function<String, T> reading) {
        return required(name, !text.isEmpty(), () -> text, reading);
    }

    /** A message that has to be there. */
    static <W, T> T required(String name, boolean present, Supplier<W> value, Function<W, T> reading) {
        return optional(name, present, value, reading)
                .orElseThrow(() -> new Refusal.Validation(Violation.missing(name)));
    }

    static <W, T> Optional<T> optional(String name, boolean present, Supplier<W> value, Function<W, T> reading) {
        return present ? Optional.of(in(name, () -> reading.apply(value.get()))) : Optional.empty();
    }

    static Optional<Integer> number(String name, boolean present, int number, RangeConstraint range) {
        return optional(name, present, () -> number, it -> Math.toIntExact(range.require(it)));
    }

    static <W, T> List<T> list(String name, List<W> items, Function<W, T> reading) {
        List<T> read = new ArrayList<>();
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            W item = items.get(i);
            String place = name + "." + (i + 1) + ".member";
            read(() -> in(place, () -> reading.apply(item)), wrong).ifPresent(read::add);
        }
        refuse(wrong);
        return read;
    }

    /** What is refused in the reading of a field is refused with the place of the field. */
    static <T> T in(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal.Validation refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            throw new Refusal.Validation(refused.violations().stream()
                    .map(violation -> violation.in(name))
                    .toList());
        }
    }
}
