package dev.jobport.adapters.identity;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells requests of programs on the server's own machine from those of web pages. A browser on the same machine runs pages
 * from anywhere: they can send forms, and reach the server as their own host once that name is made to point to it; the
 * first have an origin, the second another host.
 *
 * @param host another name by which the server may be called
 */
record OwnMachine(String host) {

    /** One that has no other name. */
    static final OwnMachine UNNAMED = new OwnMachine("");

    /** Where browsers say a request was made that they send without an origin, as they do to load a picture. */
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    /** No name that is looked up can look like this. */
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    /** Whether it is certain that no page made the request, nor for another's name. */
    boolean sent(SentRequest request) {
        boolean own = Stream.concat(request.host().stream(), Stream.of(request.authority()))
                .filter(called -> !called.isBlank())
                .map(OwnMachine::withoutPort)
                .allMatch(this::isOwn);
        boolean ofAPage = request.header("origin").isPresent()
                || request.header("sec-fetch-site")
                        .filter(OTHER_SITES::contains)
                        .isPresent();
        return own && !ofAPage;
    }

    private boolean isOwn(String called) {
        return called.equalsIgnoreCase("localhost")
                || called.equalsIgnoreCase(host)
                || ADDRESS.matcher(called).matches();
    }

    private static String withoutPort(String called) {
        int colon = called.lastIndexOf(':');
        return colon > called.lastIndexOf(']') ? called.substring(0, colon) : called;
    }
}
