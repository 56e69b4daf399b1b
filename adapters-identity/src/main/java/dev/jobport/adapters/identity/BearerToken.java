package dev.jobport.adapters.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.actiontype.ActionTypePattern;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * A token as the operator registered it; of itself only a hash is kept.
 *
 * @param name fit for a log
 * @param accountId of the account that its holder belongs to; absent for the server's own
 * @param actionTypes that its holder may work for
 * @param control whether its holder may use the control API
 */
record BearerToken(
        byte[] hash, String name, Optional<String> accountId, Set<ActionTypePattern> actionTypes, boolean control) {

    /** What those are called who come with a token that has no name. */
    private static final String NAME_OF_CONTROL = "control-token";

    static BearerToken of(
            String token,
            String name,
            Optional<String> accountId,
            Set<ActionTypePattern> actionTypes,
            boolean control) {
        return new BearerToken(hashOf(token), name, accountId, actionTypes, control);
    }

    /** One that is good for control, and for nothing else. */
    static BearerToken ofControl(String token, Optional<String> accountId) {
        return of(token, NAME_OF_CONTROL, accountId, Set.of(), true);
    }

    /** Takes the same time for every other token, and about that for the same one. */
    boolean is(String token) {
        return MessageDigest.isEqual(hash, hashOf(token));
    }

    private static byte[] hashOf(String token) {
        return Signature.sha256(token.getBytes(UTF_8));
    }
}
