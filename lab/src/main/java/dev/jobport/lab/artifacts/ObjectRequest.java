package dev.jobport.lab.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.lab.carrier.Received;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request for an object, as S3 understands it.
 *
 * @param operation as S3 names it; empty if it is none that is offered
 * @param path of bucket and key, in clear: {@code /bucket/some/key}
 * @param key the access key that it claims; empty if there is none
 */
record ObjectRequest(Received received, String operation, String path, String key, Optional<String> sessionToken) {

    private static final Pattern CREDENTIAL = Pattern.compile("(?i)(?:Credential|AWSAccessKeyId)=([^/,&\\s]+)");
    private static final String TOKEN = "X-Amz-Security-Token";

    /** What SDKs add that changes nothing, and what a URL that was signed beforehand bears. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?i)(x-id|x-amz-[a-z0-9-]+|awsaccesskeyid|signature|expires)(=.*)?");

    static ObjectRequest of(Received received) {
        String[] target = received.target().split("\\?", 2);
        String query = target.length > 1 ? target[1] : "";
        String path = decoded(target[0]);
        return new ObjectRequest(
                received,
                operation(received, path, query),
                path,
                key(received.header("authorization").orElse(decoded(query))),
                received.header(TOKEN).or(() -> parameter(query, TOKEN)));
    }

    private static String operation(Received received, String path, String query) {
        boolean whole = Stream.of(query.split("&"))
                .allMatch(it -> it.isEmpty() || HARMLESS.matcher(it).matches());
        boolean ofObject = path.indexOf('/', 1) > 0 && path.indexOf('/', 1) < path.length() - 1;
        if (!whole || !ofObject || received.header("x-amz-copy-source").isPresent()) {
            return "";
        }
        return switch (received.method()) {
            case "GET" -> "GetObject";
            case "HEAD" -> "HeadObject";
            case "PUT" -> "PutObject";
            default -> "";
        };
    }

    private static String key(String authorization) {
        Matcher claimed = CREDENTIAL.matcher(authorization);
        return claimed.find() ? claimed.group(1) : "";
    }

    private static Optional<String> parameter(String query, String name) {
        return Stream.of(query.split("&"))
                .filter(it -> it.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                .map(it -> decoded(it.substring(name.length() + 1)))
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // no such object is named by any action
        }
    }

    /** What is to be stored. SDKs may send it in signed chunks, which are chunks of the body's and not of the connection's. */
    byte[] content() {
        boolean inChunks = received.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-")
                || received.header("content-encoding").orElse("").contains("aws-chunked");
        return inChunks ? AwsChunks.decoded(received.body()) : received.body();
    }

    /** What tells apart what is to be stored; empty if nothing is. */
    Optional<String> digest() {
        try {
            return operation.equals("PutObject") ? Optional.of(Digest.of(content())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it will be refused
        }
    }

    String type() {
        return received.header("content-type").orElse("binary/octet-stream");
    }
}
