package dev.jobport.adapters.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signing keys, which take longer to derive than to use, for the next request of the same day. Only a key that has
 * proved itself is kept, so that strangers can neither fill the memory nor push out what others need.
 */
final class SigningKeys {

    /** There is one for each access key, region and day; when there are more, all are forgotten and derived again. */
    static final int MAX_KEPT = 10_000;

    private final Map<Origin, byte[]> kept = new ConcurrentHashMap<>();

    private record Origin(String secretAccessKey, Scope scope) {}

    byte[] find(AccessKey key, Scope scope) {
        byte[] known = kept.get(new Origin(key.secretAccessKey(), scope));
        return known == null ? Signature.signingKey(key.secretAccessKey(), scope) : known;
    }

    void keep(AccessKey key, Scope scope, byte[] signingKey) {
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        kept.putIfAbsent(new Origin(key.secretAccessKey(), scope), signingKey);
    }

    int size() {
        return kept.size();
    }
}
