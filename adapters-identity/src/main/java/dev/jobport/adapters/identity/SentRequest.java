package dev.jobport.adapters.identity;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A request as it was sent, whatever carried it: nothing is decoded. Each transport makes one of its own requests.
 *
 * @param path without the query
 * @param query without the question mark; empty if there is none
 * @param authority whom the client called, where the transport has another place for that than the {@code Host}
 *     header, as HTTP/2 has; empty if the client did not say, and never what the server knows of itself
 * @param source where it came from: as much of the address as tells one sender from another; empty if that is unknown
 */
public record SentRequest(
        String method, String path, String query, SentHeaders headers, String authority, SentBody body, String source) {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;

    /** The first value of a header; the case of its name does not matter. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** What the body says it is, without parameters; empty if it says nothing. */
    public String mediaType() {
        String type = header("content-type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** What tells one sender from another: of IPv6 the network, since whoever has one address has all of it. */
    public static String sourceOf(byte[] address) {
        return address.length > IPV4_BYTES
                ? HexFormat.ofDelimiter(":").formatHex(address, 0, IPV6_NETWORK_BYTES)
                : IntStream.range(0, address.length)
                        .mapToObj(i -> Integer.toString(Byte.toUnsignedInt(address[i])))
                        .collect(Collectors.joining("."));
    }

    /** Whom the client called: the {@code Host} header, or what stands for it; empty if it did not say. */
    List<String> host() {
        List<String> host = headers.all("host");
        return host.isEmpty() && !authority.isEmpty() ? List.of(authority) : host;
    }
}
