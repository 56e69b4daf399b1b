package dev.jobport.domain.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.TextConstraint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One call of a job worker, however often its SDK had to send it because an answer was lost. Two requests are the same
 * invocation if the SDK says so and they ask the same to the byte.
 *
 * @param fingerprint SHA-256 of the SDK's name for the invocation and of all that was asked, in base64url
 */
public record Invocation(String fingerprint) {

    private static final TextConstraint FORM = TextConstraint.pattern("[0-9A-Za-z_-]{43}");

    public Invocation {
        FORM.require(fingerprint);
    }

    /**
     * @param id the SDK's name for the invocation, the same in every attempt
     * @param operation what is asked for
     * @param content the request as it came, or what stands for it as its hash does
     */
    public static Invocation of(String id, String operation, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((id.length() + "\n" + id + "\n" + operation + "\n").getBytes(UTF_8));
            return new Invocation(Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
