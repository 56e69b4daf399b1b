package dev.jobport.adapters.http.identity;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as a signature covers it: nothing is decoded.
 *
 * @param path as it was sent, without the query
 * @param query as it was sent, without the question mark; empty if there is none
 * @param headers the values of a header in the order sent, none if it was not; the case of its name does not matter
 * @param bodyHash SHA-256 of the body, in hexadecimal digits, lower case
 */
record SignedRequest(
        String method, String path, String query, Function<String, List<String>> headers, String bodyHash) {

    static SignedRequest of(Context ctx, byte[] body) {
        HttpServletRequest request = ctx.req();
        return new SignedRequest(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                name -> Collections.list(request.getHeaders(name)),
                Signature.hex(Signature.sha256(body)));
    }

    Optional<String> header(String name) {
        return headers.apply(name).stream().findFirst();
    }
}
