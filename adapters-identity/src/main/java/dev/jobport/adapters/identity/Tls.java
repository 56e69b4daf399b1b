package dev.jobport.adapters.identity;

import java.nio.file.Path;

/**
 * The server's identity, in PEM files.
 *
 * @param certificate the server's own certificate, followed by those that lead to an authority
 * @param key its private key, not encrypted: PKCS#8, PKCS#1 or SEC 1; the last two over gRPC only where Bouncy Castle is
 *     on the class path
 */
public record Tls(Path certificate, Path key) {}
