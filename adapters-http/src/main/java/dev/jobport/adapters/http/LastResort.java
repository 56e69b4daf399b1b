package dev.jobport.adapters.http;

import dev.jobport.adapters.identity.NotReceived;
import dev.jobport.adapters.wire.Answer;
import dev.jobport.adapters.wire.AwsJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never gets as far as one of the two sides: what is not HTTP, headers that are too large, requests that
 * come while the server stops. The status says it all; where the server is at fault, in a form that SDKs retry.
 */
final class LastResort extends ErrorHandler {

    /** No browser may take an answer for something else than it says it is. Every answer has it. */
    static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
        response.getHeaders().put(Answer.REQUEST_ID, UUID.randomUUID().toString());
        response.getHeaders().put(NO_SNIFFING);
        byte[] body = {};
        if (response.getStatus() == 500 || response.getStatus() == 503) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, AwsJson.CONTENT_TYPE);
            body = AwsJson.FAULT.getBytes(StandardCharsets.UTF_8);
        }
        if (response.getStatus() == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Integer.toString(NotReceived.NoRoom.RETRY_AFTER_SECONDS));
        }
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
