package dev.jobport.adapters.identity;

import java.time.Duration;

/**
 * What a transport takes from its clients before it refuses or gives up on them.
 *
 * @param maxBodyBytes of a request, or its message
 * @param maxBytesInFlight of the bodies of all requests together, from their first byte to their answer; beyond it,
 *     requests are refused until others have been answered. gRPC counts each byte four times, and takes one of the
 *     largest messages in any case
 * @param maxHeaderBytes of a request, its first line included
 * @param maxConnections at a time; further ones wait in the accept queue
 * @param acceptQueue connections that may wait to be accepted
 * @param idleTimeout how long a connection may take to bring its next request up to the end of its headers, and how
 *     long nothing at all may happen on it; waiting for an answer is not idle
 * @param bodyTimeout how long a request's body may take to arrive once its headers have; over gRPC, also how long a peer
 *     may take to take an answer
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

    /** A burst of workers overflows an accept queue of 50, which is usual. */
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
