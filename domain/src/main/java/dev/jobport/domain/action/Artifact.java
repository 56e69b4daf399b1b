package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.TextConstraint;
import java.util.Optional;

/**
 * A file that an action reads or writes. An output artifact has its location before it exists.
 *
 * @param name 1 to 100 characters of {@code [a-zA-Z0-9_\-]}
 * @param revision 1 to 1,500 characters
 */
public record Artifact(String name, Optional<String> revision, Optional<S3Location> location) {

    public static final TextConstraint NAME = TextConstraint.length(1, 100).matching("[a-zA-Z0-9_\\-]+");
    public static final TextConstraint REVISION = TextConstraint.length(1, 1500);

    public Artifact {
        NAME.require(name);
        revision.ifPresent(REVISION::require);
        requireNonNull(location);
    }

    /** Where artifacts are kept: an object in an S3 bucket, the only kind of location there is. */
    public record S3Location(String bucketName, String objectKey) {

        public S3Location {
            requireNonNull(bucketName);
            requireNonNull(objectKey);
        }
    }
}
