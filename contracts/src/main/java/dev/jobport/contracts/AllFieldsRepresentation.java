package dev.jobport.contracts;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.presentation.StandardRepresentation;

/**
 * Shows values of the domain with all their fields when an assertion fails. Their own texts are made for logs and leave
 * out what is long or secret, so that two values that differ would look alike.
 */
public final class AllFieldsRepresentation extends StandardRepresentation {

    private static final String DOMAIN = "dev.jobport.domain";

    @Override
    public String toStringOf(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(it -> "Optional[" + toStringOf(it) + "]").orElse("Optional.empty");
        }
        return value == null || value instanceof Enum || value instanceof Throwable || !isOfTheDomain(value.getClass())
                ? super.toStringOf(value)
                : value.getClass().getSimpleName() + fields(value);
    }

    private static boolean isOfTheDomain(Class<?> type) {
        return type.getPackageName().startsWith(DOMAIN) && !type.isSynthetic();
    }

    private String fields(Object value) {
        return Stream.of(value.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> field.getName() + "=" + toStringOf(read(field, value)))
                .collect(joining(", ", "[", "]"));
    }

    private static Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
