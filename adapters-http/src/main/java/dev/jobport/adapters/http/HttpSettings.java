package dev.jobport.adapters.http;

import static java.util.Objects.requireNonNull;

import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.Tls;
import java.util.Optional;

/**
 * What may be different from one HTTP server to another.
 *
 * @param host the name or address to listen on
 * @param port 0 for any free one
 * @param tls absent for plain HTTP
 */
public record HttpSettings(String host, int port, Limits limits, Optional<Tls> tls) {

    public HttpSettings {
        requireNonNull(host, "the host; without one a server would listen on all addresses");
        requireNonNull(limits);
        requireNonNull(tls);
    }

    /** Plain HTTP with the default limits. */
    public static HttpSettings on(String host, int port) {
        return new HttpSettings(host, port, Limits.DEFAULTS, Optional.empty());
    }

    /**
     * What people may want to know of a server, and strangers need not: the page for people tells it.
     *
     * @param store what is kept where, without a secret
     */
    public record About(String version, String store) {

        public static final About NOTHING = new About("", "");
    }
}
