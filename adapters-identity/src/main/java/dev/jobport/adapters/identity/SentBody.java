package dev.jobport.adapters.identity;

import java.util.HexFormat;
import java.util.function.Supplier;

/** The body of a request. It is fetched when somebody asks for it, and hashed once however many ask. */
public final class SentBody {

    private final Supplier<byte[]> source;
    private byte[] hash;

    private SentBody(Supplier<byte[]> source) {
        this.source = source;
    }

    public static SentBody of(byte[] bytes) {
        return new SentBody(() -> bytes);
    }

    /** @param source gives the same bytes each time, or refuses to */
    public static SentBody of(Supplier<byte[]> source) {
        return new SentBody(source);
    }

    public byte[] bytes() {
        return source.get();
    }

    /** SHA-256 of the body. */
    public byte[] sha256() {
        if (hash == null) {
            hash = Signature.sha256(bytes());
        }
        return hash.clone();
    }

    /** The same in hexadecimal digits, lower case. */
    String sha256InHex() {
        return HexFormat.of().formatHex(sha256());
    }
}
