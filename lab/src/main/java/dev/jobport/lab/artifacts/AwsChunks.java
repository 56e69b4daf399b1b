package dev.jobport.lab.artifacts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/**
 * A body in chunks of S3: a line with the length of each in hex, with or without a signature, then its bytes and the end of a
 * line; one of length 0 is the last, and trailers may follow it.
 */
final class AwsChunks {

    private AwsChunks() {}

    /** @throws IllegalArgumentException if it is not like this */
    static byte[] decoded(byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = endOfLine(body, at);
            int size = size(new String(body, at, end - at, ISO_8859_1));
            if (size == 0) {
                return content.toByteArray();
            }
            int from = end + 2;
            if (size > body.length - from) {
                throw new IllegalArgumentException("The last chunk is cut off.");
            }
            content.write(body, from, size);
            at = from + size + 2;
        }
    }

    private static int endOfLine(byte[] body, int from) {
        for (int i = from; i + 1 < body.length; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n') {
                return i;
            }
        }
        throw new IllegalArgumentException("The last chunk is missing.");
    }

    private static int size(String line) {
        String size = line.split(";")[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,7}")) {
            throw new IllegalArgumentException("No chunk begins with " + size + ".");
        }
        return Integer.parseInt(size, 16);
    }
}
