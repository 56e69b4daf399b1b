package dev.jobport.adapters.grpc;

import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the fields of messages. What is wrong with one is refused with its place, in the names of the domain. */
final class Fields {

    private Fields() {}

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
        for (W item : items) {
            read.add(in(name + "." + (read.size() + 1) + ".member", () -> reading.apply(item)));
        }
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
