package dev.jobport.adapters.http.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Requests for tests of whole servers, which are in another package: as captured, or signed. */
public final class DoorkeeperSamples {

    public static final String ACCESS_KEY_ID = Requests.ACCESS_KEY_ID;
    public static final String SECRET = Requests.SECRET;
    public static final String SESSION_TOKEN = Requests.SESSION_TOKEN;

    private DoorkeeperSamples() {}

    public static List<Path> captures() {
        return Requests.captures();
    }

    /** Its bytes, without what the file says of it. */
    public static byte[] captured(Path file) {
        return Requests.captured(file);
    }

    /** When it was signed. */
    public static Instant dateOf(byte[] request) {
        return Requests.parts(request).date();
    }

    /** The names of the headers that it signs, in lower case. */
    public static List<String> signedHeaders(byte[] request) {
        return List.of(Authorization.of(Requests.parts(request).request())
                .signedHeaders()
                .split(";"));
    }

    /** A request with a header of this value in UTF-8, signed by the AWS SDK, as it goes over the wire. */
    public static byte[] signedWithHeader(String value, String uri, Instant date) {
        byte[] body = "{\"jobId\":\"j\",\"clientToken\":\"t\"}".getBytes(UTF_8);
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
        new Requests.Unsigned("POST", uri, body)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "CodePipeline_20150709.GetThirdPartyJobDetails")
                .header("Content-Length", "" + body.length)
                .header("X-Note", value)
                .sign(date)
                .forEachHeader((name, values) -> values.forEach(
                        it -> head.append(name).append(": ").append(it).append("\r\n")));
        return (head + "\r\n" + new String(body, UTF_8)).getBytes(UTF_8);
    }

    /** Signs a request with the AWS SDK. */
    public static HttpRequest.Builder signed(
            HttpRequest.Builder request, String method, String uri, byte[] body, String accessKeyId, Instant date) {
        var signed = new Requests.Unsigned(method, uri, body)
                .key(accessKeyId, SECRET)
                .sign(date);
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request;
    }
}
