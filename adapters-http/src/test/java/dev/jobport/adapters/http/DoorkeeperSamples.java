package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.domain.Account;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests for tests of whole servers: as captured from real clients, or signed by the AWS SDK for Java. */
public final class DoorkeeperSamples {

    public static final String ACCESS_KEY_ID = "AKIDEXAMPLE";
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String REGION = "us-east-1";

    public static final Account ACCOUNT = new Account("000000000000", REGION);

    /** Asks nobody for credentials. */
    public static final Doorkeeper LETS_EVERYBODY_IN = Doorkeeper.withoutCredentials("localhost", List.of(ACCOUNT));

    /** They are kept with the module that verifies them. */
    private static final Path CAPTURES =
            Path.of("../adapters-identity/src/test/resources/dev/jobport/adapters/identity/captures");

    private static final DateTimeFormatter BASIC_FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private DoorkeeperSamples() {}

    public static List<Path> captures() {
        try (Stream<Path> files = Files.list(CAPTURES)) {
            return files.filter(file -> file.toString().endsWith(".req"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its bytes, without what the file says of it. */
    public static byte[] captured(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, ISO_8859_1);
            int start = text.indexOf('\n') + 1;
            int body = text.indexOf("\r\n\r\n") + 4;
            int length = Integer.parseInt(found("(?i)\r\ncontent-length: (\\d+)\r\n", text));
            return Arrays.copyOfRange(bytes, start, body + length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When it was signed. */
    public static Instant dateOf(byte[] request) {
        return BASIC_FORMAT.parse(
                found("(?i)\r\nx-amz-date: (\\w+)\r\n", new String(request, ISO_8859_1)), Instant::from);
    }

    /** The names of the headers that it signs, in lower case. */
    public static List<String> signedHeaders(byte[] request) {
        return List.of(
                found("SignedHeaders=([^,]+),", new String(request, ISO_8859_1)).split(";"));
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult it) -> it.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** A request with a header of this value in UTF-8, signed by the AWS SDK, as it goes over the wire. */
    public static byte[] signedWithHeader(String value, String uri, Instant date) {
        byte[] body = "{\"jobId\":\"j\",\"clientToken\":\"t\"}".getBytes(UTF_8);
        Map<String, String> headers = Map.of(
                "Content-Type",
                TestServer.AMZ_JSON,
                "X-Amz-Target",
                "CodePipeline_20150709.GetThirdPartyJobDetails",
                "Content-Length",
                "" + body.length,
                "X-Note",
                value);
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
        sign("POST", uri, body, ACCESS_KEY_ID, REGION, headers, date)
                .forEachHeader((name, values) -> values.forEach(
                        it -> head.append(name).append(": ").append(it).append("\r\n")));
        return (head + "\r\n" + new String(body, UTF_8)).getBytes(UTF_8);
    }

    /** Signs a request with the AWS SDK. */
    public static HttpRequest.Builder signed(
            HttpRequest.Builder request, String method, String uri, byte[] body, String accessKeyId, Instant date) {
        return signed(request, method, uri, body, accessKeyId, REGION, Map.of(), date);
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
        sign(method, uri, body, accessKeyId, region, headers, date).forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request;
    }

    private static SdkHttpRequest sign(
            String method,
            String uri,
            byte[] body,
            String accessKeyId,
            String region,
            Map<String, String> headers,
            Instant date) {
        SdkHttpFullRequest.Builder unsigned = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(URI.create(uri));
        headers.forEach(unsigned::putHeader);
        return AwsV4HttpSigner.create()
                .sign(it -> it.identity(AwsCredentialsIdentity.create(accessKeyId, SECRET))
                        .request(unsigned.build())
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "codepipeline")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(date, ZoneOffset.UTC)))
                .request();
    }
}
