package dev.jobport.conformance.wire;

import java.util.Optional;

/** An access key of AWS, with which requests are signed. */
public record Key(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {

    /** Without its secrets. */
    @Override
    public String toString() {
        return "Key[" + accessKeyId + "]";
    }
}
