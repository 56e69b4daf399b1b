package dev.jobport.verify;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration from the command line: {@code 2s}, {@code 500ms}, {@code 5m}, {@code PT2S}; 100 years at the most. */
public final class Span implements ITypeConverter<Duration> {

    private static final Duration LONGEST = Duration.ofDays(100 * 365L);

    @Override
    public Duration convert(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        try {
            if (upper.matches("\\d{1,9}MS")) {
                return Duration.ofMillis(Long.parseLong(upper.substring(0, upper.length() - 2)));
            }
            Duration span = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
            if (!span.isNegative() && span.compareTo(LONGEST) <= 0) {
                return span;
            }
        } catch (DateTimeParseException e) {
            // the same as one that is negative, or longer than a clock can count
        }
        throw new TypeConversionException("a duration is written like 2s, 500ms or PT2S, not " + text);
    }
}
