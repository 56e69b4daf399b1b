package dev.jobport.adapters.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * A control token as the operator registered it; of itself only a hash is kept.
 *
 * @param accountId of the account that its holder controls; absent for the server's own
 */
record ControlToken(byte[] hash, Optional<String> accountId) {

    static ControlToken of(String token, Optional<String> accountId) {
        return new ControlToken(hashOf(token), accountId);
    }

    /** Takes the same time for every other token, and about that for the same one. */
    boolean is(String token) {
        return MessageDigest.isEqual(hash, hashOf(token));
    }

    private static byte[] hashOf(String token) {
        return Signature.sha256(token.getBytes(UTF_8));
    }
}
