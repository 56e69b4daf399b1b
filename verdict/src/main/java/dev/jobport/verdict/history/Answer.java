package dev.jobport.verdict.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the caller was answered, or would have been if the answer had been sent.
 *
 * @param sent when its last byte had been sent, so that a caller may have it a moment earlier, never later; empty if it never went out whole, or not yet
 * @param status of HTTP; 0 if there never was an answer
 * @param error the name of the error, without its namespace
 * @param message what the error said
 * @param jobStatus the status that an acknowledgement was answered
 * @param offers the jobs that a poll or a details call gave
 */
public record Answer(
        Optional<Instant> sent,
        int status,
        Optional<String> error,
        Optional<String> message,
        Optional<String> jobStatus,
        List<Offer> offers) {

    /** The application was never asked, and nothing was sent. */
    public static final Answer NONE =
            new Answer(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Answer {
        offers = List.copyOf(offers);
    }
}
