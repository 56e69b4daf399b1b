package dev.jobport.adapters.wire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

/** A worker that sees every byte: one socket, one signed request at a time, no retries. */
public final class RawClient implements AutoCloseable {

    private final URI endpoint;
    private final String key;
    private final String secret;
    private final InstantSource time;
    private final Socket socket;

    /** What came back until the connection ended or the answer was whole. */
    public record Heard(byte[] bytes, boolean whole) {

        public int status() {
            Matcher status = Pattern.compile("HTTP/1.1 (\\d{3}) ").matcher(text());
            return status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
        }

        public String text() {
            return new String(bytes, UTF_8);
        }

        public String body() {
            int end = text().indexOf("\r\n\r\n");
            return end < 0 ? "" : text().substring(end + 4);
        }

        public String error() {
            return first("\"__type\":\"(\\w+)\"");
        }

        public String first(String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(text());
            return found.find() ? found.group(1) : "";
        }

        /** What does not differ from one answer to the next of the same content. */
        public String normal() {
            return text().replaceAll("(?i)date: [^\r]*", "date").replaceAll("(?i)(RequestId: )[^\r]*", "$1");
        }
    }

    /** @param time by which requests are signed */
    public RawClient(URI endpoint, String key, String secret, InstantSource time) {
        this.endpoint = endpoint;
        this.key = key;
        this.secret = secret;
        this.time = time;
        try {
            this.socket = new Socket("127.0.0.1", endpoint.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a signed request, of an invocation of its own. */
    public byte[] request(String operation, String json) {
        return request(operation, json, UUID.randomUUID().toString());
    }

    public byte[] request(String operation, String json, String invocation) {
        byte[] body = json.getBytes(UTF_8);
        SdkHttpFullRequest plain = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "CodePipeline_20150709." + operation)
                .putHeader("amz-sdk-invocation-id", invocation)
                .putHeader("User-Agent", "raw/1")
                .contentStreamProvider(() -> new ByteArrayInputStream(body))
                .build();
        Map<String, List<String>> headers = new TreeMap<>(Aws4Signer.create()
                .sign(
                        plain,
                        Aws4SignerParams.builder()
                                .awsCredentials(AwsBasicCredentials.create(key, secret))
                                .signingName("codepipeline")
                                .signingRegion(Region.US_EAST_1)
                                .signingClockOverride(Clock.fixed(time.instant(), ZoneOffset.UTC))
                                .build())
                .headers());
        headers.put("Content-Length", List.of(Integer.toString(body.length)));
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
        headers.forEach((name, values) -> values.forEach(
                value -> head.append(name).append(": ").append(value).append("\r\n")));
        return (head + "\r\n" + json).getBytes(UTF_8);
    }

    public Heard call(String operation, String json) throws IOException {
        return call(request(operation, json));
    }

    /** @throws IOException if the connection is reset */
    public Heard call(byte[] request) throws IOException {
        send(request);
        return hear();
    }

    public void giveUpAfter(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public Heard hear() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        int next = 0;
        while (!isWhole(heard) && next >= 0) {
            next = socket.getInputStream().read();
            if (next >= 0) {
                heard.write(next);
            }
        }
        return new Heard(heard.toByteArray(), isWhole(heard));
    }

    private static boolean isWhole(ByteArrayOutputStream heard) {
        String text = heard.toString(ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end >= 0 && text.length() - end - 4 >= length(text.substring(0, end));
    }

    private static int length(String head) {
        Map<String, String> fields = new HashMap<>();
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return Integer.parseInt(fields.getOrDefault("content-length", "0"));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
