package dev.jobport.adapters.http.javalin;

import dev.jobport.adapters.identity.SentBody;
import dev.jobport.adapters.identity.SentHeaders;
import dev.jobport.adapters.identity.SentRequest;
import io.javalin.http.Context;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/** The one place where a request of the web server's becomes the record of it that knows no web server. */
public final class RequestRecord {

    /** Where a request carries its body, a {@link SentBody}, once it has come, or it is known why it does not. */
    public static final String BODY = SentBody.class.getName();

    private static final String ATTRIBUTE = RequestRecord.class.getName();

    private static final SentBody NOTHING = SentBody.of(new byte[0]);

    private RequestRecord() {}

    /** The same record for everybody who handles the request. */
    public static SentRequest of(Context ctx) {
        SentRequest known = ctx.attribute(ATTRIBUTE);
        if (known == null) {
            known = of(ServletContextRequest.getServletContextRequest(ctx.req()));
            ctx.attribute(ATTRIBUTE, known);
        }
        return known;
    }

    /** The request as it is now: without its body while that is on its way. */
    public static SentRequest of(Request sent) {
        return new SentRequest(
                sent.getMethod(),
                sent.getHttpURI().getPath(),
                Optional.ofNullable(sent.getHttpURI().getQuery()).orElse(""),
                SentHeaders.of(
                        each -> sent.getHeaders().forEach(header -> each.accept(header.getName(), header.getValue()))),
                authority(sent),
                sent.getAttribute(BODY) instanceof SentBody body ? body : NOTHING,
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
