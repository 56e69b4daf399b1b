package dev.jobport.adapters.http.javalin;

import dev.jobport.adapters.identity.SentBody;
import dev.jobport.adapters.identity.SentHeaders;
import dev.jobport.adapters.identity.SentRequest;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/** The one place where a request of the web server's becomes the record of it that knows no web server. */
public final class RequestRecord {

    private static final String ATTRIBUTE = RequestRecord.class.getName();

    private RequestRecord() {}

    /** The same record for everybody who handles the request. */
    public static SentRequest of(Context ctx) {
        SentRequest known = ctx.attribute(ATTRIBUTE);
        if (known == null) {
            known = made(ctx);
            ctx.attribute(ATTRIBUTE, known);
        }
        return known;
    }

    /**
     * The body, as {@link RequestBody#bytes} tells it.
     */
    public static byte[] body(Context ctx) {
        return sent(ctx).bytes();
    }

    private static RequestBody sent(Context ctx) {
        return ctx.attribute(RequestBody.ATTRIBUTE);
    }

    /** What the body says it is, without parameters; empty if it says nothing. */
    public static String mediaType(Context ctx) {
        return of(ctx).mediaType();
    }

    private static SentRequest made(Context ctx) {
        HttpServletRequest request = ctx.req();
        var sent = ServletContextRequest.getServletContextRequest(request);
        return new SentRequest(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                SentHeaders.of(
                        each -> sent.getHeaders().forEach(header -> each.accept(header.getName(), header.getValue()))),
                authority(sent),
                SentBody.of(() -> body(ctx), more -> sent(ctx).reserve(more)),
                source(sent));
    }

    private static String source(Request sent) {
        return sent.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? SentRequest.sourceOf(remote.getAddress().getAddress())
                : "";
    }

    /** Since HTTP/2 a field of its own; before, Jetty makes one up of what the server knows. */
    private static String authority(Request sent) {
        boolean told = sent.getConnectionMetaData().getHttpVersion().getVersion() > HttpVersion.HTTP_1_1.getVersion();
        return told ? Optional.ofNullable(sent.getHttpURI().getAuthority()).orElse("") : "";
    }
}
