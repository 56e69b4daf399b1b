package dev.jobport.bootstrap;

/**
 * All that can be set of a server.
 *
 * @param host the address to listen on, a name or an IP address
 * @param port the port to listen on; 0 for any that is free
 * @param store {@code memory} or {@code sqlite:PATH}
 */
public record Settings(String host, int port, String store) {}
