package dev.jobport.bootstrap;

import dev.jobport.adapters.http.HttpSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that can be set of a server.
 *
 * @param host the address to listen on, a name or an IP address
 * @param port the port to listen on; 0 for any that is free
 * @param store {@code memory} or {@code sqlite:PATH}
 * @param credentials the file in which access keys and control tokens are registered; without it nobody is asked for
 *     any, and the host has to be a loopback address
 * @param region that signatures have to be scoped to, if they are verified
 */
public record Settings(
        String host, int port, String store, Optional<Path> credentials, String region, HttpSettings http) {

    public static final String DEFAULT_REGION = "us-east-1";

    /** With the defaults for the rest, and without credentials. */
    public Settings(String host, int port, String store) {
        this(host, port, store, Optional.empty(), DEFAULT_REGION, HttpSettings.DEFAULTS);
    }
}
