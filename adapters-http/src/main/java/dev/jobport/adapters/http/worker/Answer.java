package dev.jobport.adapters.http.worker;

import java.util.Map;
import java.util.UUID;

/**
 * What a job worker is answered, for whatever carries it back.
 *
 * @param operation that was asked for; {@code unknown} if there is no such
 * @param outcome ok, an error's name, or a status: of a short list, whatever clients send
 * @param requestId a uuid; every answer has one, as the header {@value #REQUEST_ID}
 * @param headers besides the content type and the request id
 * @param body empty if there is none
 */
public record Answer(
        int status,
        String operation,
        String outcome,
        String contentType,
        String requestId,
        Map<String, String> headers,
        byte[] body) {

    /** The header that names a request. */
    public static final String REQUEST_ID = "x-amzn-RequestId";

    private static final byte[] NOTHING = {};

    /** An answer without a body. */
    static Answer of(int status, String operation) {
        return new Answer(
                status,
                operation,
                status == 200 ? "ok" : Integer.toString(status),
                AwsJson.CONTENT_TYPE,
                UUID.randomUUID().toString(),
                Map.of(),
                NOTHING);
    }

    Answer with(byte[] content) {
        return new Answer(status, operation, outcome, contentType, requestId, headers, content);
    }

    Answer as(String newOutcome) {
        return new Answer(status, operation, newOutcome, contentType, requestId, headers, body);
    }

    Answer of(String newContentType) {
        return new Answer(status, operation, outcome, newContentType, requestId, headers, body);
    }

    Answer header(String name, String value) {
        return new Answer(status, operation, outcome, contentType, requestId, Map.of(name, value), body);
    }
}
