package dev.jobport.adapters.http.javalin;

import dev.jobport.adapters.wire.json.Unreadable;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** A request's body, read before anything else is done for the request: its bytes as they came, or why there are none. */
public final class RequestBody {

    /** Where a request carries its body. */
    public static final String ATTRIBUTE = RequestBody.class.getName();

    private final Supplier<byte[]> bytes;
    private final IntPredicate room;

    private RequestBody(Supplier<byte[]> bytes) {
        this(bytes, more -> true);
    }

    private RequestBody(Supplier<byte[]> bytes, IntPredicate room) {
        this.bytes = bytes;
        this.room = room;
    }

    /** @param room takes so many bytes more for the request until it has been answered, or tells that they are not there */
    public static RequestBody of(byte[] bytes, IntPredicate room) {
        return new RequestBody(() -> bytes, room);
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

    /**
     * Takes more of the memory that requests share, for what is made of the body, until the request has been answered.
     *
     * @throws Unreadable.NoRoom if there is not so much now
     */
    public void reserve(int more) {
        if (!room.test(more)) {
            throw new Unreadable.NoRoom();
        }
    }
}
