package dev.jobport.verdict.history;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker sent.
 *
 * @param connection which one, by a number
 * @param key the name of the caller to whom the access key belongs; empty if the lab knew none
 * @param operation as AWS names it; empty if the target named none
 * @param invocation {@code amz-sdk-invocation-id}: retries of an SDK keep it
 * @param attempt which try it is by {@code amz-sdk-request}; 1 if it does not say
 * @param signed whether the signature was accepted
 * @param members the masked input, flat, in the order in which it came: {@code executionDetails.summary=done}
 */
public record Request(
        Instant arrived,
        long connection,
        String key,
        String operation,
        Optional<String> invocation,
        int attempt,
        boolean signed,
        String userAgent,
        Map<String, String> members) {

    public Request {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
