package dev.jobport.adapters.identity;

import java.util.Optional;

/**
 * Somebody who was refused at the door; fit for a log. Nothing in it is a secret, nor a text of the caller's own.
 *
 * @param accessKeyId that the request was signed with, if it is registered or at least has the form of AWS's
 * @param source where the request came from, as in {@link SentRequest}
 * @param reason one word
 */
public record RefusedCaller(Optional<String> accessKeyId, String source, String reason) {

    /** The reason of those who had failed too often from there. */
    public static final String TOO_MANY_TRIES = "TooManyTries";
}
