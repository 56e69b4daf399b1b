package dev.jobport.domain.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Refusal;
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

    /**
     * Where artifacts are kept: an object in an S3 bucket, the only kind of location there is.
     *
     * @param bucketName 3 to 63 characters of {@code [a-z0-9.-]}, a letter or digit first and last (S3 User Guide, bucket
     *     naming rules)
     * @param objectKey 1 to 1,024 bytes of UTF-8 (S3 User Guide, object keys)
     */
    public record S3Location(String bucketName, String objectKey) {

        public static final TextConstraint BUCKET_NAME =
                TextConstraint.length(3, 63).matching("[a-z0-9][a-z0-9.-]*[a-z0-9]");
        public static final TextConstraint OBJECT_KEY = TextConstraint.length(1, 1024);
        private static final int MAX_KEY_BYTES = 1024;

        public S3Location {
            BUCKET_NAME.require(bucketName);
            OBJECT_KEY.require(objectKey);
            if (objectKey.getBytes(UTF_8).length > MAX_KEY_BYTES) {
                throw new Refusal.Validation(
                        "objectKey", "An object key takes at most " + MAX_KEY_BYTES + " bytes in UTF-8.");
            }
        }
    }
}
