package dev.jobport.adapters.persistence.sql;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a table, and what of a value is written into it.
 *
 * @param value of the column: a String, a Long, or null
 */
public record Column<T>(String name, Type type, Function<T, Object> value) {

    /** All that the tables hold. */
    public enum Type {
        TEXT,
        /** A number, an instant in milliseconds since 1970, or a duration in milliseconds. */
        NUMBER
    }

    static <T> Column<T> text(String name, Function<T, String> value) {
        return new Column<>(name, Type.TEXT, value::apply);
    }

    static <T> Column<T> optional(String name, Function<T, Optional<String>> value) {
        return text(name, of -> value.apply(of).orElse(null));
    }

    static <T> Column<T> number(String name, Function<T, Long> value) {
        return new Column<>(name, Type.NUMBER, value::apply);
    }

    /** The names, to be read by a database. */
    public static <T> String names(List<Column<T>> columns) {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    /** As many question marks, for what is written. */
    public static <T> String marks(List<Column<T>> columns) {
        return String.join(", ", Collections.nCopies(columns.size(), "?"));
    }

    /** What is written of the value, in the order of the columns. */
    public static <T> List<Object> values(List<Column<T>> columns, T of) {
        return columns.stream().map(column -> column.value().apply(of)).toList(); // which may hold nulls
    }
}
