package dev.jobport.adapters.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a job worker is answered, for whatever carries it back.
 *
 * @param operation that was asked for; {@code unknown} if there is no such
 * @param outcome ok, an error's name, or a status: of a short list, whatever clients send
 * @param requestId a uuid; every answer has one, as the header {@value #REQUEST_ID}
 * @param headers all that are to be sent, but for those of the carrier's own, like the date and the length
 * @param body empty if there is none
 */
public record Answer(
        int status, String operation, String outcome, String requestId, Map<String, String> headers, byte[] body) {

    /** The header that names a request. */
    public static final String REQUEST_ID = "x-amzn-RequestId";

    static final String CONTENT_TYPE = "Content-Type";

    private static final byte[] NOTHING = {};

    /** An answer without a body. */
    static Answer of(int status, String operation) {
        String requestId = UUID.randomUUID().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CONTENT_TYPE, AwsJson.CONTENT_TYPE);
        headers.put(REQUEST_ID, requestId);
        String outcome = status == 200 ? "ok" : Integer.toString(status);
        return new Answer(status, operation, outcome, requestId, headers, NOTHING);
    }

    Answer with(byte[] content) {
        return new Answer(status, operation, outcome, requestId, headers, content);
    }

    Answer as(String newOutcome) {
        return new Answer(status, operation, newOutcome, requestId, headers, body);
    }

    Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, operation, outcome, requestId, more, body);
    }
}
