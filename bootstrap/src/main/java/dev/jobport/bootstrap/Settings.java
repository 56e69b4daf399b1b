package dev.jobport.bootstrap;

import dev.jobport.domain.Account;

/**
 * All that can be set of a server.
 *
 * @param host the address to listen on, a name or an IP address
 * @param port the port to listen on; 0 for any that is free
 * @param store {@code memory} or {@code sqlite:PATH}
 * @param account whose the server's custom actions are
 */
public record Settings(String host, int port, String store, Account account) {

    public static final Account DEFAULT_ACCOUNT = new Account("000000000000", "us-east-1");

    public Settings(String host, int port, String store) {
        this(host, port, store, DEFAULT_ACCOUNT);
    }
}
