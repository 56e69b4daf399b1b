package dev.jobport.adapters.http.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who is registered, at one moment. */
final class Credentials {

    private final Map<String, AccessKey> keys;
    private final List<byte[]> controlTokens;

    Credentials(Collection<AccessKey> keys, Collection<String> controlTokens) {
        this.keys = keys.stream().collect(Collectors.toUnmodifiableMap(AccessKey::accessKeyId, Function.identity()));
        this.controlTokens = controlTokens.stream().map(Credentials::hash).toList();
    }

    Optional<AccessKey> find(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId));
    }

    /** Takes the same time for every wrong token, and about that for a right one. */
    boolean isControlToken(String token) {
        byte[] hash = hash(token);
        boolean found = false;
        for (byte[] known : controlTokens) {
            found |= MessageDigest.isEqual(known, hash);
        }
        return found;
    }

    private static byte[] hash(String token) {
        return Signature.sha256(token.getBytes(UTF_8));
    }
}
