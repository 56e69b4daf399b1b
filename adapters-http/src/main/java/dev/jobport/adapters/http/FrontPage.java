package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import dev.jobport.adapters.http.javalin.RequestRecord;
import dev.jobport.adapters.identity.Doorkeeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Tells a person who opens the server's address in a browser what this is. It shows nothing that the request brought, and
 * needs nothing from elsewhere. Job workers, who do not ask for HTML, are not answered here. What the server tells of
 * itself is not for pages from elsewhere, which can reach it under a name that they made point here.
 */
final class FrontPage extends Handler.Wrapper {

    private static final String TEMPLATE = template();

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hashOfStyle() + "'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String page;
    private final String bare = TEMPLATE.replace("${about}", "");
    private final Doorkeeper doorkeeper;

    FrontPage(HttpSettings.About about, Doorkeeper doorkeeper) {
        String known =
                "<p>Version " + escaped(about.version()) + ", store <code>" + escaped(about.store()) + "</code>.</p>";
        this.page = about.equals(HttpSettings.About.NOTHING) ? bare : TEMPLATE.replace("${about}", known);
        this.doorkeeper = doorkeeper;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = HttpMethod.GET.is(request.getMethod()) ? Request.getPathInContext(request) : "";
        if (path.equals("/favicon.ico")) {
            response.setStatus(204);
            response.write(true, null, callback);
        } else if (path.equals("/") && wantsHtml(request)) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("Content-Security-Policy", POLICY);
            response.getHeaders().put("Referrer-Policy", "no-referrer");
            String told = doorkeeper.isOfOwnMachine(RequestRecord.of(request)) ? page : bare;
            byte[] html = told.replace("${address}", address(request)).getBytes(UTF_8);
            response.write(true, ByteBuffer.wrap(html), callback);
        } else {
            return super.handle(request, response, callback);
        }
        return true;
    }

    private static boolean wantsHtml(Request request) {
        return request.getHeaders().getCSV(HttpHeader.ACCEPT, false).stream()
                .anyMatch(type -> type.startsWith("text/html"));
    }

    /** Where the connection was taken: what the request calls the server is a stranger's text. */
    private static String address(Request request) {
        String scheme = request.isSecure() ? "https" : "http";
        return request.getConnectionMetaData().getLocalSocketAddress() instanceof InetSocketAddress local
                ? HttpURI.build()
                        .scheme(scheme)
                        .host(local.getAddress().getHostAddress().replaceFirst("%.*", ""))
                        .port(local.getPort())
                        .toString()
                : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String hashOfStyle() {
        String style =
                TEMPLATE.substring(TEMPLATE.indexOf("<style>") + "<style>".length(), TEMPLATE.indexOf("</style>"));
        return BaseEncoding.base64()
                .encode(Hashing.sha256().hashString(style, UTF_8).asBytes());
    }

    private static String template() {
        try (InputStream in = FrontPage.class.getResourceAsStream("front-page.html")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
