package dev.jobport.adapters.credentials;

import java.net.URI;
import java.util.Optional;

/**
 * The role that is assumed for job workers, and who assumes it where.
 *
 * @param endpoint of the Security Token Service
 * @param region that requests to it are signed for
 * @param sessionToken if the key is a temporary one itself
 * @param externalId if the role asks for one
 */
record Role(
        String arn,
        URI endpoint,
        String region,
        String accessKeyId,
        String secretAccessKey,
        Optional<String> sessionToken,
        Optional<String> externalId) {

    /** The {@code aws} in its ARN: {@code aws-cn} and others are clouds of their own. */
    String partition() {
        return arn.split(":", 3)[1];
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "Role[" + arn + " at " + endpoint + "]";
    }
}
