package dev.jobport.verify;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration from the command line: {@code 2s}, {@code 500ms}, {@code 5m}, {@code PT2S}. */
public final class Span implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        try {
            if (upper.matches("\\d{1,9}MS")) {
                return Duration.ofMillis(Long.parseLong(upper.substring(0, upper.length() - 2)));
            }
            Duration span = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
            if (!span.isNegative()) {
                return span;
            }
        } catch (DateTimeParseException e) {
            // the same as one that is negative
        }
        throw new TypeConversionException("a duration is written like 2s, 500ms or PT2S, not " + text);
    }
}
