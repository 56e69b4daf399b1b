package dev.jobport.adapters.identity;

import dev.jobport.domain.actiontype.ActionTypePattern;
import java.util.Optional;
import java.util.Set;

/**
 * An access key as the operator registered it.
 *
 * @param sessionToken that every request with this key has to bring, if any; none may bring one otherwise
 * @param accountId of the account that its holder belongs to; absent for the server's own
 * @param actionTypes that its holder may work for
 * @param control whether its holder may use the control API
 */
public record AccessKey(
        String accessKeyId,
        String secretAccessKey,
        Optional<String> sessionToken,
        Optional<String> accountId,
        Set<ActionTypePattern> actionTypes,
        boolean control) {

    /** Without its secrets: it may end in a log. */
    @Override
    public String toString() {
        return accessKeyId;
    }
}
