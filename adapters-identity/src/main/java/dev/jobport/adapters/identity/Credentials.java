package dev.jobport.adapters.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is registered, at one moment. */
final class Credentials {

    private final Map<String, AccessKey> keys;
    private final List<BearerToken> tokens;

    Credentials(Collection<AccessKey> keys, Collection<BearerToken> tokens) {
        this.keys = keys.stream().collect(Collectors.toUnmodifiableMap(AccessKey::accessKeyId, Function.identity()));
        this.tokens = List.copyOf(tokens);
    }

    Optional<AccessKey> find(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId));
    }

    /** Looks at all of them, so that every wrong token takes the same time, and a right one about that. */
    Optional<BearerToken> findToken(String token) {
        return tokens.stream().filter(known -> known.is(token)).toList().stream()
                .findFirst();
    }
}
