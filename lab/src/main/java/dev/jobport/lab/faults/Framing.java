package dev.jobport.lab.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.jobport.adapters.wire.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Answers as HTTP/1.1 has them. */
public final class Framing {

    /** Given only where it is not that of the body: who asked for a head gets none. */
    public static final String LENGTH = "Content-Length";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Map<Integer, String> REASONS = Map.of(
            200, "OK",
            400, "Bad Request",
            403, "Forbidden",
            404, "Not Found",
            411, "Length Required",
            413, "Payload Too Large",
            431, "Request Header Fields Too Large",
            500, "Server Error",
            501, "Not Implemented",
            503, "Service Unavailable");

    private Framing() {}

    /** @param skew by which the clock that it shows is off */
    static byte[] of(Answer answer, Duration skew) {
        return of(answer.status(), answer.headers(), answer.body(), skew);
    }

    /** An answer to what could not even be read. */
    public static byte[] of(int status) {
        return of(status, Map.of("Connection", "close"), new byte[0], Duration.ZERO);
    }

    private static byte[] of(int status, Map<String, String> headers, byte[] body, Duration skew) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(REASONS.getOrDefault(status, ""))
                .append("\r\nDate: ")
                .append(DATE.format(Instant.now().plus(skew)));
        head.append("\r\nX-Content-Type-Options: nosniff"); // as the server says to browsers
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        if (!headers.containsKey(LENGTH)) {
            head.append("\r\n" + LENGTH + ": ").append(body.length);
        }
        head.append("\r\n\r\n");
        byte[] start = head.toString().getBytes(ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    /** A moment as its headers have it. */
    public static String date(Instant moment) {
        return DATE.format(moment);
    }

    /** Where in an answer its body begins. */
    public static int bodyOf(byte[] answer) {
        int end = new String(answer, ISO_8859_1).indexOf("\r\n\r\n");
        return end < 0 ? 0 : end + 4;
    }
}
