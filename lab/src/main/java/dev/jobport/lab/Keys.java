package dev.jobport.lab;

import dev.jobport.adapters.identity.AccessKey;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The access keys of a lab. They protect nothing, so everybody may know them. */
final class Keys {

    /** That of the worker under test, who may also define action types. */
    static final AccessKey WORKERS = new AccessKey(
            "AKIAJOBPORTLABWORKER",
            "jobport-lab-secret-access-key",
            Optional.empty(),
            Optional.empty(),
            Set.of(ActionTypePattern.ANY),
            true);

    private Keys() {}

    /** @param actionTypes whose jobs may be touched with it; all, if none is named */
    static AccessKey of(String id, String secret, String... actionTypes) {
        if (!id.matches("\\w+")) {
            throw new IllegalArgumentException("The id of a key has only letters, digits and _, unlike " + id + ".");
        }
        TypeOptions.requireToBeFound("secret of the key " + id, secret);
        Set<ActionTypePattern> allowed = actionTypes.length == 0
                ? Set.of(ActionTypePattern.ANY)
                : Stream.of(actionTypes).map(ActionTypePattern::parse).collect(Collectors.toSet());
        return new AccessKey(id, secret, Optional.empty(), Optional.empty(), allowed, false);
    }
}
