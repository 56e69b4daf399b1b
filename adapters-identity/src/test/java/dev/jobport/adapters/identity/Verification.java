package dev.jobport.adapters.identity;

import static dev.jobport.adapters.identity.Requests.KEY;
import static dev.jobport.adapters.identity.Requests.REGION;
import static dev.jobport.adapters.identity.Requests.SESSION_TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jobport.adapters.identity.NotAuthenticated.Reason;
import dev.jobport.adapters.identity.Requests.Parts;
import dev.jobport.adapters.identity.Requests.Unsigned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Requests that are signed at one instant, and what the verifier says of them. */
final class Verification {

    static final Instant NOW = Instant.parse("2026-11-23T21:01:28Z");
    static final Scope SCOPE = new Scope("20261123", REGION, "codepipeline", "aws4_request");
    static final String MISMATCH = "The request signature we calculated does not match the signature you"
            + " provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.";
    static final String INVALID_TOKEN = "The security token included in the request is invalid.";

    private static final String BODY = "{\"jobId\":\"é 日本\"}";

    private Verification() {}

    static Unsigned unsigned() {
        return new Unsigned("POST", "http://127.0.0.1:8460/", BODY.getBytes(UTF_8))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "CodePipeline_20150709.GetThirdPartyJobDetails");
    }

    static Parts signed() {
        return unsigned().parts(NOW);
    }

    static SignatureVerifier verifier(AccessKey key, Instant now) {
        return new SignatureVerifier(
                id -> Optional.of(key).filter(it -> it.accessKeyId().equals(id)), Set.of(REGION), () -> now);
    }

    static void assertAccepted(Parts parts) {
        assertThat(verifier(KEY, NOW).verify(parts.request()).key()).isEqualTo(KEY);
    }

    static void assertRefused(AccessKey key, Instant now, Parts parts, Reason reason, String message) {
        assertThatExceptionOfType(NotAuthenticated.class)
                .isThrownBy(() -> verifier(key, now).verify(parts.request()))
                .withMessage(message)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    static void assertRefused(Parts parts, Reason reason, String message) {
        assertRefused(KEY, NOW, parts, reason, message);
    }

    static void assertMismatch(Parts parts) {
        assertRefused(parts, Reason.InvalidSignature, MISMATCH);
    }

    /** The SDK leaves nothing unsigned, so that this is signed here. */
    static Parts signedBy(List<String> headers) {
        return resigned(unsigned().session(SESSION_TOKEN).parts(NOW), String.join(";", headers));
    }

    static Parts resigned(Parts parts, String signedHeaders) {
        return resigned(parts, signedHeaders, SCOPE);
    }

    static Parts resigned(Parts parts, String signedHeaders, Scope scope) {
        String credential = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/" + scope + ", SignedHeaders=" + signedHeaders
                + ", Signature=";
        Authorization authorization =
                Authorization.of(parts.with("authorization", credential + "-").request());
        String signature = Signature.of(parts.request(), authorization, Signature.signingKey(Requests.SECRET, scope));
        return parts.with("authorization", credential + signature);
    }
}
