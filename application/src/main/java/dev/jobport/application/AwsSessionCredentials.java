package dev.jobport.application;

import static java.util.Objects.requireNonNull;

/** Temporary credentials for the artifacts. Secret as a whole: it never shows itself. */
public record AwsSessionCredentials(String accessKeyId, String secretAccessKey, String sessionToken) {

    public AwsSessionCredentials {
        requireNonNull(accessKeyId);
        requireNonNull(secretAccessKey);
        requireNonNull(sessionToken);
    }

    @Override
    public String toString() {
        return "AwsSessionCredentials[****]";
    }
}
