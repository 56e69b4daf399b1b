package dev.jobport.adapters.grpc;

import static java.util.Objects.requireNonNull;

import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.Tls;
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

    /** Plain text with the default limits. */
    public static GrpcSettings on(String host, int port) {
        return new GrpcSettings(host, port, Limits.DEFAULTS, Optional.empty());
    }
}
