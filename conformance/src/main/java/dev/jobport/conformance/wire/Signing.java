package dev.jobport.conformance.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests by AWS Signature Version 4. It does so by itself, because a library decides what is sent, and here each
 * byte of it matters.
 */
final class Signing {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Signing() {}

    /**
     * @param headers all that are sent, the host among them
     * @return the headers that are to be sent too
     */
    static Map<String, String> of(Key key, String region, Instant at, Map<String, String> headers, byte[] body) {
        String timestamp = BASIC.format(at);
        String date = timestamp.substring(0, 8);
        SortedMap<String, String> signed = new TreeMap<>(headers);
        signed.put("x-amz-date", timestamp);
        key.sessionToken().ifPresent(token -> signed.put("x-amz-security-token", token));
        String names = String.join(";", signed.keySet());
        String request = "POST\n/\n\n"
                + signed.entrySet().stream()
                        .map(it -> it.getKey() + ":" + it.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + sha256(body);
        String scope = String.join("/", date, region, "codepipeline", "aws4_request");
        String toSign = String.join("\n", ALGORITHM, timestamp, scope, sha256(request.getBytes(UTF_8)));
        byte[] secret = ("AWS4" + key.secretAccessKey()).getBytes(UTF_8);
        for (String part : List.of(date, region, "codepipeline", "aws4_request")) {
            secret = hmac(secret, part);
        }
        signed.keySet().removeAll(headers.keySet());
        signed.put(
                "authorization",
                "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(ALGORITHM, key.accessKeyId(), scope, names, hex(hmac(secret, toSign))));
        return signed;
    }

    private static String sha256(byte[] bytes) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
