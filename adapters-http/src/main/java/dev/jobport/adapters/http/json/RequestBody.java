package dev.jobport.adapters.http.json;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.function.Supplier;

/** A request's body, read before anything else is done for the request: its bytes as they came, or why there are none. */
public final class RequestBody {

    /** Where a request carries its body. */
    public static final String ATTRIBUTE = RequestBody.class.getName();

    private final Supplier<byte[]> bytes;

    private RequestBody(Supplier<byte[]> bytes) {
        this.bytes = bytes;
    }

    public static RequestBody of(byte[] bytes) {
        return new RequestBody(() -> bytes);
    }

    /** @param limit in bytes */
    public static RequestBody tooLarge(int limit) {
        return new RequestBody(() -> {
            throw new Unreadable.TooLarge(limit);
        });
    }

    /** It did not arrive whole, or not in time. */
    public static RequestBody cutOff() {
        return new RequestBody(() -> {
            throw new Unreadable.CutOff();
        });
    }

    /** The server has no memory for it now. */
    public static RequestBody noRoom() {
        return new RequestBody(() -> {
            throw new Unreadable.NoRoom();
        });
    }

    /**
     * @throws Unreadable.TooLarge if the body is larger than the server takes
     * @throws Unreadable.CutOff if it did not arrive whole, or not in time
     * @throws Unreadable.NoRoom if the server has no memory for it now
     */
    public static byte[] read(Context ctx) {
        RequestBody body = ctx.attribute(ATTRIBUTE);
        return body.bytes.get();
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
