package dev.jobport.verdict.history;

import java.util.List;
import java.util.Optional;

/**
 * A job as a poll or a details call gave it.
 *
 * @param action the action execution that it belongs to
 * @param nonce the tag of its nonce
 * @param client the id of its client, of third parties only
 * @param credentials the tag of the credentials for its artifacts
 * @param continuation the token that an earlier job of the action left
 * @param outputs the names of the artifacts that it has to store, in the order in which they were told
 */
public record Offer(
        String job,
        Optional<String> action,
        Optional<String> nonce,
        Optional<String> client,
        Optional<String> credentials,
        Optional<String> continuation,
        List<String> outputs) {

    public Offer {
        outputs = List.copyOf(outputs);
    }
}
