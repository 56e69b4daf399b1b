package dev.jobport.domain.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A customer's link to a partner. One pair of id and token serves all jobs of that customer's actions; of the token only
 * a hash is kept.
 *
 * @param tokenHash SHA-256 of the id, a line feed and the token, in lower-case hex: the same token of two clients has
 *     two hashes
 */
public record Client(ClientId id, String tokenHash) {

    public Client {
        requireNonNull(id);
        requireNonNull(tokenHash);
    }

    public static Client register(ClientId id, ClientToken token) {
        return new Client(id, hash(id, token));
    }

    /** Whether the token is this client's; takes the same time for a near miss as for a far one. */
    public boolean owns(ClientToken token) {
        return MessageDigest.isEqual(tokenHash.getBytes(UTF_8), hash(id, token).getBytes(UTF_8));
    }

    private static String hash(ClientId id, ClientToken token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((id.value() + "\n" + token.value()).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
