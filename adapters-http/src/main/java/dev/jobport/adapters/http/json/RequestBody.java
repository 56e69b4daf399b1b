package dev.jobport.adapters.http.json;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;

/** Reads the bytes of a request's body, once and as they came, never more than the server takes. */
public final class RequestBody {

    /** In bytes. */
    private static final long DISCARDED_AT_MOST = 16 * 1024 * 1024;

    private RequestBody() {}

    /**
     * @param limit in bytes
     * @throws Unreadable.TooLarge if the body is, or says that it is, larger than the limit
     * @throws Unreadable.CutOff if it does not arrive whole
     */
    public static byte[] read(Context ctx, int limit) {
        long announced = ctx.req().getContentLengthLong();
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] body = in.readNBytes(announced < 0 || announced > limit ? limit + 1 : (int) announced);
            if (body.length > limit) {
                discard(in);
                throw new Unreadable.TooLarge(limit);
            }
            return body;
        } catch (IOException | HttpException.RuntimeException e) {
            throw new Unreadable.CutOff();
        }
    }

    /** A client that is still sending when the connection closes would not see the answer. */
    private static void discard(InputStream in) {
        byte[] buffer = new byte[64 * 1024];
        long discarded = 0;
        try {
            for (int read = 0; read >= 0 && discarded < DISCARDED_AT_MOST; read = in.read(buffer)) {
                discarded += read;
            }
        } catch (IOException | HttpException.RuntimeException e) {
            return; // no more will come, which is as good
        }
    }

    /** What the body says it is, without parameters; empty if there is none. */
    public static String mediaType(Context ctx) {
        String contentType = ctx.header("Content-Type"); // Jetty's own getter throws on a charset that Java lacks
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
