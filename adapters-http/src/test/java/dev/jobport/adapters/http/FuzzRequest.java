package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A request in its parts, so that one of them can be damaged while the others stay whole. */
record FuzzRequest(String line, String contentType, String target, byte[] body) {

    static FuzzRequest worker(String operation, String body) {
        return new FuzzRequest(
                "POST / HTTP/1.1", TestServer.AMZ_JSON, "CodePipeline_20150709." + operation, body.getBytes(UTF_8));
    }

    static FuzzRequest control(String line, String body) {
        return new FuzzRequest(line + " HTTP/1.1", "application/json", "", body.getBytes(UTF_8));
    }

    FuzzRequest withContentType(String other) {
        return new FuzzRequest(line, other, target, body);
    }

    FuzzRequest withTarget(String other) {
        return new FuzzRequest(line, contentType, other, body);
    }

    FuzzRequest withBody(byte[] other) {
        return new FuzzRequest(line, contentType, target, other);
    }

    String head(String framing) {
        return line + "\r\nHost: localhost\r\nContent-Type: " + contentType + "\r\nX-Amz-Target: " + target + "\r\n"
                + framing + "\r\n\r\n";
    }

    byte[] bytes() {
        return joined(head("Content-Length: " + body.length).getBytes(ISO_8859_1), body);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
