package dev.jobport.adapters.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calculates the signature that a request should have: AWS Signature Version 4 with HMAC-SHA256 (IAM User Guide,
 * "Create a signed AWS API request"). Path and query are taken as sent, where the guide has clients bring them into
 * one form before they sign and send them; another spelling of the same address is another request.
 */
final class Signature {

    private static final String HMAC = "HmacSHA256";
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private Signature() {}

    /** The key for all signatures within a scope. */
    static byte[] signingKey(String secretAccessKey, Scope scope) {
        byte[] key = ("AWS4" + secretAccessKey).getBytes(UTF_8);
        for (String part : List.of(scope.date(), scope.region(), scope.service(), scope.terminator())) {
            key = hmac(key, part);
        }
        return key;
    }

    /** In hexadecimal digits, lower case. */
    static String of(SentRequest request, Authorization authorization, byte[] signingKey) {
        String canonicalRequest = canonicalRequest(request, authorization.signedHeaders());
        String stringToSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                authorization.timestamp(),
                authorization.scope().toString(),
                hex(sha256(canonicalRequest.getBytes(ISO_8859_1))));
        return hex(hmac(signingKey, stringToSign));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Every character of it stands for one byte, as in the headers it is made of. */
    private static String canonicalRequest(SentRequest request, String signedHeaders) {
        StringBuilder canonical = new StringBuilder()
                .append(request.method())
                .append('\n')
                .append(request.path().replace("%", "%25"))
                .append('\n')
                .append(canonicalQuery(request.query()))
                .append('\n');
        for (String name : signedHeaders.split(";", -1)) {
            List<String> values =
                    name.equals("host") ? request.host() : request.headers().all(name);
            canonical
                    .append(name)
                    .append(':')
                    .append(values.stream().map(Signature::folded).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return canonical
                .append('\n')
                .append(signedHeaders)
                .append('\n')
                .append(request.body().sha256())
                .toString();
    }

    private static String canonicalQuery(String query) {
        if (query.isEmpty()) {
            return "";
        }
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                .sorted(Comparator.comparing((String parameter) -> parameter.substring(0, parameter.indexOf('=')))
                        .thenComparing(parameter -> parameter))
                .collect(Collectors.joining("&"));
    }

    private static String folded(String value) {
        return WHITE_SPACE.matcher(value.strip()).replaceAll(" ");
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
