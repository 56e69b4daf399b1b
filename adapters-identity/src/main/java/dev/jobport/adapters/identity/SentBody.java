package dev.jobport.adapters.identity;

import java.util.HexFormat;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** The body of a request. It is fetched when somebody asks for it, and hashed once however many ask. */
public final class SentBody {

    private final Supplier<byte[]> source;
    private final IntConsumer room;
    private String hash;

    private SentBody(Supplier<byte[]> source, IntConsumer room) {
        this.source = source;
        this.room = room;
    }

    public static SentBody of(byte[] bytes) {
        return new SentBody(() -> bytes, more -> {});
    }

    /**
     * @param source gives the same bytes each time, or refuses to
     * @param room takes so many bytes of memory for what is made of the body, or refuses to
     */
    public static SentBody of(Supplier<byte[]> source, IntConsumer room) {
        return new SentBody(source, room);
    }

    public byte[] bytes() {
        return source.get();
    }

    /** Before something is made of the body that takes so many bytes of memory until the request has been answered. */
    public void reserve(int more) {
        room.accept(more);
    }

    /** SHA-256 of the body in hexadecimal digits, lower case. */
    String sha256() {
        if (hash == null) {
            hash = HexFormat.of().formatHex(Signature.sha256(bytes()));
        }
        return hash;
    }
}
