package dev.jobport.adapters.http.identity;

/** It is known who sent a request, and that they may not use the control API. */
public final class NotAuthorized extends RuntimeException {
    NotAuthorized(String accessKeyId) {
        super(
                "The access key " + accessKeyId + " has no control rights: set \"control\": true in the server's"
                        + " credentials file, or use another.",
                null,
                false,
                false); // an answer, not a crash
    }
}
