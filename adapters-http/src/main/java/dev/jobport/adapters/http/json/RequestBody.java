package dev.jobport.adapters.http.json;

import java.util.Locale;
import java.util.Optional;
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
    public byte[] bytes() {
        return bytes.get();
    }

    /** What a body of this content type is, without parameters; empty if it has none. */
    public static String mediaType(Optional<String> contentType) {
        String type = contentType.orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
