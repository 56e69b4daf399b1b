package dev.jobport.adapters.http;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What may be different from one HTTP server to another.
 *
 * @param host the name or address to listen on
 * @param port 0 for any free one
 * @param tls absent for plain HTTP
 * @param about what the page for people tells of the server
 */
public record HttpSettings(String host, int port, Limits limits, Optional<Tls> tls, About about) {

    public HttpSettings {
        requireNonNull(host, "the host; without one a server would listen on all addresses");
        requireNonNull(limits);
        requireNonNull(tls);
        requireNonNull(about);
    }

    /** Plain HTTP with the default limits. */
    public static HttpSettings on(String host, int port) {
        return new HttpSettings(host, port, Limits.DEFAULTS, Optional.empty());
    }

    /** With a page for people that tells nothing. */
    public HttpSettings(String host, int port, Limits limits, Optional<Tls> tls) {
        this(host, port, limits, tls, About.NOTHING);
    }

    /** The same, and a page for people that tells this. */
    public HttpSettings telling(About about) {
        return new HttpSettings(host, port, limits, tls, about);
    }

    /**
     * What people may want to know of a server, and strangers need not.
     *
     * @param store what is kept where, without a secret
     */
    public record About(String version, String store) {

        public static final About NOTHING = new About("", "");
    }

    /**
     * What the server takes from its clients before it refuses or gives up on them.
     *
     * @param maxBodyBytes of a request
     * @param maxBytesInFlight of the bodies of all requests together, from their first byte to their answer; beyond it,
     *     requests are refused until others have been answered
     * @param maxHeaderBytes of a request, its first line included
     * @param maxConnections at a time; further ones wait in the accept queue
     * @param acceptQueue connections that may wait to be accepted
     * @param idleTimeout how long a connection may take to bring its next request up to the end of its headers, and how
     *     long nothing at all may happen on it; waiting for an answer is not idle
     * @param bodyTimeout how long a request's body may take to arrive once its headers have
     * @param drainTimeout how long running requests may go on when the server stops
     * @param maxRequestsPerSecond of job workers with the same access key, with bursts of one second's worth; 0 for any
     *     number
     */
    public record Limits(
            int maxBodyBytes,
            long maxBytesInFlight,
            int maxHeaderBytes,
            int maxConnections,
            int acceptQueue,
            Duration idleTimeout,
            Duration bodyTimeout,
            Duration drainTimeout,
            int maxRequestsPerSecond) {

        /** How much of the heap bodies may fill; what is made of one while it is read takes some four times its size. */
        private static final int HEAP_PER_BYTE_IN_FLIGHT = 16;

        /** A connection's buffers, and the headers in them. */
        private static final int HEAP_PER_CONNECTION = 32 * 1024;

        private static final int LARGEST_BODIES_AT_LEAST = 4;
        private static final int MAX_CONNECTIONS = 4096;

        /** A burst of workers overflows Jetty's accept queue of 50. */
        public static final Limits DEFAULTS = defaults(Runtime.getRuntime().maxMemory());

        /** What strangers may make a server of this heap hold, in bytes, does not fill it. */
        static Limits defaults(long heap) {
            int maxBodyBytes = 1024 * 1024;
            return new Limits(
                    maxBodyBytes,
                    bytesInFlight(heap, maxBodyBytes),
                    8 * 1024,
                    (int) Math.min(MAX_CONNECTIONS, Math.max(1, heap / HEAP_PER_CONNECTION)),
                    1024,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10),
                    0);
        }

        /** The default of {@link #maxBytesInFlight} for this heap; a few of the largest bodies always fit. */
        public static long bytesInFlight(long heap, int maxBodyBytes) {
            return Math.max(heap / HEAP_PER_BYTE_IN_FLIGHT, (long) LARGEST_BODIES_AT_LEAST * maxBodyBytes);
        }
    }

    /**
     * The server's identity, in PEM files.
     *
     * @param certificate the server's own certificate, followed by those that lead to an authority
     * @param key its private key (PKCS#8, PKCS#1 or SEC 1), not encrypted
     */
    public record Tls(Path certificate, Path key) {}
}
