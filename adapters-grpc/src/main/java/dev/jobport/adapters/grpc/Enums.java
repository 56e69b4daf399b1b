package dev.jobport.adapters.grpc;

import com.google.protobuf.ProtocolMessageEnum;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The domain's enums as protobuf spells them: {@code ThirdParty} of an owner is {@code ACTION_OWNER_THIRD_PARTY}. */
final class Enums {

    private static final String UNSPECIFIED = "UNSPECIFIED";

    private Enums() {}

    /** A constant that has to be set. */
    static <E extends Enum<E>, W extends Enum<W> & ProtocolMessageEnum> E required(
            String field, Class<E> type, W value) {
        return optional(field, type, value).orElseThrow(() -> new Refusal.Validation(Violation.missing(field)));
    }

    /** Empty if it is not set. */
    static <E extends Enum<E>, W extends Enum<W> & ProtocolMessageEnum> Optional<E> optional(
            String field, Class<E> type, W value) {
        if (value.name().equals(prefix(value.getDeclaringClass()) + UNSPECIFIED)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelled(value.getDeclaringClass(), constant).equals(value.name()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Validation(
                        Violation.of("satisfy enum value set: " + names(value.getDeclaringClass(), type))
                                .in(field))));
    }

    private static List<String> names(Class<?> wire, Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> spelled(wire, constant))
                .toList();
    }

    /** The same constant on the wire. */
    static <W extends Enum<W> & ProtocolMessageEnum> W of(Class<W> wire, Enum<?> constant) {
        return Enum.valueOf(wire, spelled(wire, constant));
    }

    private static String spelled(Class<?> wire, Enum<?> constant) {
        return prefix(wire) + upperSnake(constant.name());
    }

    private static String prefix(Class<?> wire) {
        return upperSnake(wire.getSimpleName()) + "_";
    }

    private static String upperSnake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
