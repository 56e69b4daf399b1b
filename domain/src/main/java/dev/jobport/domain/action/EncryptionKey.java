package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.TextConstraint;

/**
 * The key that the artifacts are encrypted with.
 *
 * @param id a key id, an alias, or the ARN of either, 1 to 400 characters of {@code [0-9A-Za-z:/_-]}: nothing that stands
 *     for several keys
 */
public record EncryptionKey(String id, Type type) {

    public static final TextConstraint ID = TextConstraint.length(1, 400).matching("[0-9A-Za-z:/_-]+");

    public EncryptionKey {
        ID.require(id);
        requireNonNull(type);
    }

    /** Spelled as on the wire. */
    public enum Type {
        KMS
    }
}
