package dev.jobport.bootstrap;

import dev.jobport.domain.Account;
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
 * @param account whose the server's custom actions are; its region is the one that signatures have to be scoped to, if
 *     they are verified
 */
public record Settings(String host, int port, String store, Optional<Path> credentials, Account account) {

    public static final Account DEFAULT_ACCOUNT = new Account("000000000000", "us-east-1");

    /** Without credentials. */
    public Settings(String host, int port, String store) {
        this(host, port, store, Optional.empty(), DEFAULT_ACCOUNT);
    }
}
