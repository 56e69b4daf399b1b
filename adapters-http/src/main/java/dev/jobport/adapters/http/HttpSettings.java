package dev.jobport.adapters.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What may be different from one HTTP server to another.
 *
 * @param tls absent for plain HTTP
 */
public record HttpSettings(Limits limits, Optional<Tls> tls) {

    public static final HttpSettings DEFAULTS = new HttpSettings(Limits.DEFAULTS, Optional.empty());

    /**
     * What the server takes from its clients before it refuses or gives up on them.
     *
     * @param maxBodyBytes of a request
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
            int maxHeaderBytes,
            int maxConnections,
            int acceptQueue,
            Duration idleTimeout,
            Duration bodyTimeout,
            Duration drainTimeout,
            int maxRequestsPerSecond) {

        /** A burst of workers overflows Jetty's accept queue of 50. */
        public static final Limits DEFAULTS = new Limits(
                1024 * 1024,
                8 * 1024,
                4096,
                1024,
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                0);
    }

    /**
     * The server's identity, in PEM files.
     *
     * @param certificate the server's own certificate, followed by those that lead to an authority
     * @param key its private key (PKCS#8, PKCS#1 or SEC 1), not encrypted
     */
    public record Tls(Path certificate, Path key) {}
}
