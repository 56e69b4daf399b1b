package dev.jobport.lab.carrier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads requests of HTTP/1.1 that tell the length of their bodies, or come in chunks if those are taken. */
final class RequestReader {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LONGEST_BODY = 16 * 1024 * 1024;

    private static final int BAD_REQUEST = 400;
    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;
    private static final int HEAD_TOO_LARGE = 431;

    private static final byte[] NOTHING = {};
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);

    private final InputStream in;
    private final Line line;
    private final long connection;
    private final boolean takesChunks;
    private int headBytes;

    RequestReader(InputStream in, Line line, long connection, boolean takesChunks) {
        this.in = in;
        this.line = line;
        this.connection = connection;
        this.takesChunks = takesChunks;
    }

    /** @return empty if there is no more; after one that is unusable nothing can be read */
    Optional<Received> next() throws IOException {
        headBytes = 0;
        String first = line();
        while (first != null && first.isEmpty()) {
            first = line();
        }
        if (first == null) {
            return Optional.empty();
        }
        String[] parts = first.split(" ");
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(Map.entry(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        if (parts.length != 3 || headBytes > LONGEST_HEAD) {
            return Optional.of(new Received(
                    parts[0],
                    parts.length > 1 ? parts[1] : "",
                    headers,
                    NOTHING,
                    connection,
                    Optional.of(headBytes > LONGEST_HEAD ? HEAD_TOO_LARGE : BAD_REQUEST)));
        }
        return Optional.of(withBody(new Received(parts[0], parts[1], headers, NOTHING, connection, Optional.empty())));
    }

    private Received withBody(Received head) throws IOException {
        if (head.header("transfer-encoding").isPresent()) {
            return takesChunks ? withChunks(head) : unusable(head, LENGTH_REQUIRED);
        }
        String length = head.header("content-length").orElse("0");
        if (!length.matches("[0-9]{1,9}")) {
            return unusable(head, BAD_REQUEST);
        }
        int bytes = Integer.parseInt(length);
        if (bytes > LONGEST_BODY) {
            return unusable(head, TOO_LARGE);
        }
        letGoOn(head);
        return with(head, read(bytes));
    }

    /** Somebody who asks first waits for this. */
    private void letGoOn(Received head) {
        if (head.header("expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            line.send(CONTINUE);
        }
    }

    private Received withChunks(Received head) throws IOException {
        letGoOn(head);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            if (body.size() + size > LONGEST_BODY) {
                return unusable(head, TOO_LARGE);
            }
            body.write(read(size));
            line();
        }
        for (String trailer = line(); trailer != null && !trailer.isEmpty(); trailer = line()) {
            // what is said after the body is not listened to
        }
        return with(head, body.toByteArray());
    }

    private int chunk() throws IOException {
        headBytes = 0;
        String size = String.valueOf(line()).split(";")[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,7}")) {
            throw new IOException("no chunk begins with " + size);
        }
        return Integer.parseInt(size, 16);
    }

    private byte[] read(int bytes) throws IOException {
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) {
            throw new IOException("the sender went away");
        }
        return body;
    }

    private static Received with(Received head, byte[] body) {
        return new Received(head.method(), head.target(), head.headers(), body, head.connection(), Optional.empty());
    }

    private static Received unusable(Received head, int status) {
        return new Received(
                head.method(), head.target(), head.headers(), NOTHING, head.connection(), Optional.of(status));
    }

    /** Without its end; null where there is none any more, or the head is too long. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (++headBytes > LONGEST_HEAD) {
                return null;
            }
            if (next == '\n') {
                String text = line.toString(ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(next);
        }
        return null;
    }
}
