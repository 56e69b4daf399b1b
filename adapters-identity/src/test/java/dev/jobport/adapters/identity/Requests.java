package dev.jobport.adapters.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests to verify: as they were captured from real clients, or signed by the AWS SDK for Java. */
final class Requests {

    static final String ACCESS_KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    static final String SESSION_TOKEN = "SESSIONTOKEN";
    static final String REGION = "us-east-1";
    static final String SERVICE = "codepipeline";

    static final AccessKey KEY =
            new AccessKey(ACCESS_KEY_ID, SECRET, Optional.empty(), Optional.empty(), Set.of(), false);
    static final AccessKey SESSION_KEY =
            new AccessKey(ACCESS_KEY_ID, SECRET, Optional.of(SESSION_TOKEN), Optional.empty(), Set.of(), false);

    private Requests() {}

    /** The parts of a request, which a test may change; header names are in lower case. */
    record Parts(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            byte[] body,
            String authority) {

        Parts(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
            this(method, path, query, headers, body, "");
        }

        SentRequest request() {
            return new SentRequest(
                    method,
                    path,
                    query,
                    SentHeaders.of(
                            each -> headers.forEach((name, values) -> values.forEach(it -> each.accept(name, it)))),
                    authority,
                    SentBody.of(body),
                    "192.0.2.1");
        }

        String header(String name) {
            return headers.get(name).get(0);
        }

        /** With other values of a header; none to leave it out. */
        Parts with(String name, String... values) {
            Map<String, List<String>> changed = new TreeMap<>(headers);
            changed.put(name, List.of(values));
            return new Parts(method, path, query, changed, body, authority);
        }

        /** As over HTTP/2, where a field of its own says whom the client calls. */
        Parts withAuthority(String changed) {
            return new Parts(method, path, query, headers, body, changed);
        }

        Parts withMethod(String changed) {
            return new Parts(changed, path, query, headers, body);
        }

        Parts withPath(String changed) {
            return new Parts(method, changed, query, headers, body);
        }

        Parts withQuery(String changed) {
            return new Parts(method, path, changed, headers, body);
        }

        Parts withBody(byte[] changed) {
            return new Parts(method, path, query, headers, changed);
        }

        Instant date() {
            return Authorization.of(request()).date();
        }
    }

    static List<Path> captures() {
        try (Stream<Path> files = Files.list(
                Path.of(Requests.class.getResource("captures/README.md").toURI())
                        .getParent())) {
            return files.filter(file -> file.toString().endsWith(".req"))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of the request itself. */
    static byte[] captured(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, ISO_8859_1);
            int start = text.indexOf('\n') + 1;
            int body = text.indexOf("\r\n\r\n") + 4;
            int length = Integer.parseInt(text.replaceFirst("(?is).*\r\ncontent-length: (\\d+)\r\n.*", "$1"));
            return Arrays.copyOfRange(bytes, start, body + length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Parts parts(byte[] request) {
        String text = new String(request, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        String[] start = lines[0].split(" ");
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        return new Parts(start[0], start[1], "", headers, Arrays.copyOfRange(request, end + 4, request.length));
    }

    /** A request that the AWS SDK signs. */
    static final class Unsigned {

        private final SdkHttpFullRequest.Builder request;
        private final byte[] body;
        private AwsCredentialsIdentity identity = AwsCredentialsIdentity.create(ACCESS_KEY_ID, SECRET);
        private String region = REGION;
        private String service = SERVICE;

        Unsigned(String method, String uri, byte[] body) {
            this.request = SdkHttpFullRequest.builder()
                    .method(SdkHttpMethod.fromValue(method))
                    .uri(URI.create(uri));
            this.body = body;
        }

        Unsigned header(String name, String... values) {
            request.putHeader(name, List.of(values));
            return this;
        }

        Unsigned key(String accessKeyId, String secret) {
            identity = AwsCredentialsIdentity.create(accessKeyId, secret);
            return this;
        }

        Unsigned session(String token) {
            identity = AwsSessionCredentialsIdentity.create(ACCESS_KEY_ID, SECRET, token);
            return this;
        }

        Unsigned scope(String region, String service) {
            this.region = region;
            this.service = service;
            return this;
        }

        SdkHttpRequest sign(Instant date) {
            return AwsV4HttpSigner.create()
                    .sign(it -> it.identity(identity)
                            .request(request.build())
                            .payload(() -> new ByteArrayInputStream(body))
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(date, ZoneOffset.UTC)))
                    .request();
        }

        Parts parts(Instant date) {
            SdkHttpRequest signed = sign(date);
            Map<String, List<String>> headers = new TreeMap<>();
            signed.forEachHeader((name, values) -> headers.put(name.toLowerCase(), values));
            URI uri = signed.getUri();
            return new Parts(
                    signed.method().name(),
                    uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
                    Optional.ofNullable(uri.getRawQuery()).orElse(""),
                    headers,
                    body);
        }
    }
}
