package dev.jobport.adapters.http;

import io.javalin.http.HandlerType;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests that Javalin would take for another than was sent, and so for another than was signed: it obeys a
 * header that names another method, and runs its own kinds of handlers for methods that are called like them.
 */
final class AsSent extends Handler.Wrapper {

    /** Javalin knows the first; the others are here because somebody before or behind this server may know them. */
    static final List<String> METHOD_OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-Method");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isDisguised(request)) {
            Response.writeError(request, response, callback, 400);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static boolean isDisguised(Request request) {
        HttpFields headers = request.getHeaders();
        return METHOD_OVERRIDES.stream().anyMatch(headers::contains)
                || !HandlerType.findOrDefault(request.getMethod()).isHttpMethod();
    }
}
