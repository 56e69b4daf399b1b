package dev.jobport.crash.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a caller was answered. */
public sealed interface Answer {

    /** None that tells: the connection broke, the caller gave up, or the server told of a failure of its own. */
    record Unknown() implements Answer {}

    /** The server refused; nothing may have changed. */
    record Refused(String error) implements Answer {}

    record Started(String actionId, String jobId) implements Answer {}

    /** @param nonces by job; only a poll for custom jobs tells them */
    record Offered(List<String> jobIds, Map<String, String> nonces) implements Answer {}

    record JobDetails(Optional<String> nonce, Optional<String> continuationToken) implements Answer {}

    /** To an acknowledgement. */
    record Acknowledged(Status status) implements Answer {}

    /** To a result, and to a change of an action type. */
    record Taken() implements Answer {}

    /** To a look, and to a stop. */
    record Seen(ActionReport action) implements Answer {}

    /** @param mark of the request that made the action type as it is; absent if it is not there */
    record Found(Optional<String> mark) implements Answer {}

    record Tags(Map<String, String> values) implements Answer {}
}
