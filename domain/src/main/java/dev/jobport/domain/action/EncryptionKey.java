package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.TextConstraint;

/**
 * The key that the artifacts are encrypted with.
 *
 * @param id a key id, key ARN or alias ARN, 1 to 400 characters
 */
public record EncryptionKey(String id, Type type) {

    public static final TextConstraint ID = TextConstraint.length(1, 400);

    public EncryptionKey {
        ID.require(id);
        requireNonNull(type);
    }

    /** Spelled as on the wire. */
    public enum Type {
        KMS
    }
}
