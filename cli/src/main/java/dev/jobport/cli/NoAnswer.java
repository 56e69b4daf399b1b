package dev.jobport.cli;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Tells why a server gave no answer, and what to do. */
public final class NoAnswer {

    private NoAnswer() {}

    /** @param ca the file of the authorities that are trusted, if one was named */
    public static CommandFailed from(String endpoint, Optional<String> ca, IOException failure) {
        if (is(failure, UnresolvedAddressException.class)) {
            return new CommandFailed("cannot connect to " + endpoint + ": unknown host "
                    + URI.create(endpoint).getHost());
        }
        if (is(failure, HttpConnectTimeoutException.class)) {
            return new CommandFailed("cannot connect to " + endpoint + ": nobody answers there"
                    + (isPlain(endpoint) ? "" : ", or nobody who speaks TLS"));
        }
        if (is(failure, ConnectException.class)) {
            return new CommandFailed("cannot connect to " + endpoint + ": is the server running?");
        }
        return new CommandFailed("no answer from " + endpoint + ": " + why(endpoint, ca, failure));
    }

    private static String why(String endpoint, Optional<String> ca, IOException failure) {
        if (is(failure, HttpTimeoutException.class)) {
            return "it takes too long";
        }
        if (is(failure, CertificateExpiredException.class)) {
            return "its certificate has expired";
        }
        if (is(failure, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet";
        }
        if (is(failure, CertPathBuilderException.class) || is(failure, CertPathValidatorException.class)) {
            return ca.map(file -> "its certificate comes from none of the authorities in " + file)
                    .orElse("its certificate comes from an authority that Java does not know; name the authority's"
                            + " certificate with --ca FILE or JOBPORT_CA");
        }
        if (is(failure, CertificateException.class)) {
            return "its certificate is not for this address: " + root(failure).getMessage();
        }
        if (failure instanceof SSLException
                && String.valueOf(failure.getMessage()).contains("SSL message")) {
            return "it does not speak TLS; write " + endpoint.replaceFirst("(?i)^https", "http");
        }
        if (isPlain(endpoint) && (is(failure, EOFException.class) || is(failure, ProtocolException.class))) {
            return "it does not speak plain HTTP; with TLS, write " + endpoint.replaceFirst("(?i)^http", "https");
        }
        return failure.toString();
    }

    private static boolean isPlain(String endpoint) {
        return endpoint.regionMatches(true, 0, "http:", 0, "http:".length());
    }

    private static boolean is(Throwable failure, Class<? extends Throwable> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
