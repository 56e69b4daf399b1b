package dev.jobport.adapters.grpc;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What may be different from one gRPC server to another.
 *
 * @param host the name or address to listen on
 * @param port 0 for any free one
 * @param tls absent for plain text
 */
public record GrpcSettings(String host, int port, Limits limits, Optional<Tls> tls) {

    public GrpcSettings {
        requireNonNull(host, "the host; without one a server would listen on all addresses");
        requireNonNull(limits);
        requireNonNull(tls);
    }

    /** With limits for a small server. */
    public static GrpcSettings on(String host, int port) {
        return new GrpcSettings(host, port, Limits.SMALL, Optional.empty());
    }

    /**
     * The server's identity, in PEM files.
     *
     * @param certificate the server's own certificate, followed by those that lead to an authority
     * @param key its private key, not encrypted: PKCS#8, or PKCS#1 or SEC 1 where Bouncy Castle is on the class path
     */
    public record Tls(Path certificate, Path key) {}

    /**
     * What the server takes from its clients before it refuses or gives up on them.
     *
     * @param maxMessageBytes of a request
     * @param maxHeaderBytes of a call
     * @param maxBytesInFlight of the messages of all calls together, from their first byte to their answer, where a byte
     *     counts four times; one of the largest fits in any case
     * @param maxConnections at a time; further ones wait in the accept queue
     * @param acceptQueue connections that may wait to be accepted
     * @param idleTimeout how long a connection may be without a call, and how long a peer may leave a ping unanswered
     * @param messageTimeout how long a request may take to arrive once the headers of its call have, and a peer to take an
     *     answer
     * @param drainTimeout how long running calls may go on when the server stops
     * @param maxRequestsPerSecond of the same caller, with bursts of one second's worth; 0 for any number
     */
    public record Limits(
            int maxMessageBytes,
            int maxHeaderBytes,
            long maxBytesInFlight,
            int maxConnections,
            int acceptQueue,
            Duration idleTimeout,
            Duration messageTimeout,
            Duration drainTimeout,
            int maxRequestsPerSecond) {

        static final Limits SMALL = new Limits(
                1024 * 1024,
                8 * 1024,
                16 * 1024 * 1024,
                256,
                128,
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                0);
    }
}
