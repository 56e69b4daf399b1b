package dev.jobport.adapters.http.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.Account;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Requests for tests of whole servers, which are in another package: as captured, or signed. */
public final class DoorkeeperSamples {

    public static final String ACCESS_KEY_ID = Requests.ACCESS_KEY_ID;
    public static final String SECRET = Requests.SECRET;
    public static final String SESSION_TOKEN = Requests.SESSION_TOKEN;

    public static final Account ACCOUNT = new Account("000000000000", Requests.REGION);

    /** Asks nobody for credentials. */
    public static final Doorkeeper LETS_EVERYBODY_IN = Doorkeeper.onlyKnownAs("localhost", List.of(ACCOUNT));

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
        return signed(request, method, uri, body, accessKeyId, Requests.REGION, Map.of(), date);
    }

    /** Signs a request for a region, and headers that it is to have, with the AWS SDK. */
    public static HttpRequest.Builder signed(
            HttpRequest.Builder request,
            String method,
            String uri,
            byte[] body,
            String accessKeyId,
            String region,
            Map<String, String> headers,
            Instant date) {
        var unsigned = new Requests.Unsigned(method, uri, body)
                .key(accessKeyId, SECRET)
                .scope(region, Scope.SERVICE);
        headers.forEach(unsigned::header);
        var signed = unsigned.sign(date);
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request;
    }
}
