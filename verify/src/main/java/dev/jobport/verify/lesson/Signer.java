package dev.jobport.verify.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a call as AWS asks for it: Signature Version 4, for {@code POST /} without a query. */
record Signer(String accessKeyId, String secretAccessKey, String region) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String HEADERS = "host;x-amz-date;x-amz-target";
    private static final int DAY = 8;

    /** The headers that prove who sends it. */
    Map<String, String> sign(String host, String target, byte[] body, Instant now) {
        String time = TIME.format(now);
        List<String> scope = List.of(time.substring(0, DAY), region, "codepipeline", "aws4_request");
        String request = String.join(
                "\n",
                "POST",
                "/",
                "",
                "host:" + host,
                "x-amz-date:" + time,
                "x-amz-target:" + target,
                "",
                HEADERS,
                hex(sha256(body)));
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", time, String.join("/", scope), hex(sha256(request.getBytes(UTF_8))));
        byte[] key = ("AWS4" + secretAccessKey).getBytes(UTF_8);
        for (String part : scope) {
            key = hmac(key, part);
        }
        String authorization = "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(accessKeyId, String.join("/", scope), HEADERS, hex(hmac(key, toSign)));
        return Map.of("X-Amz-Date", time, "X-Amz-Target", target, "Authorization", authorization);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
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
}
