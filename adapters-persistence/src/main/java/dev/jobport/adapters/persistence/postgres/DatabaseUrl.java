package dev.jobport.adapters.persistence.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.adapters.persistence.sql.Failures;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a database is and who asks to be let in. Written as {@code //USER:PASSWORD@HOST:PORT/DATABASE?NAME=VALUE}, with
 * {@code postgresql:} or {@code jdbc:postgresql:} before it or without; the parameters are the JDBC driver's.
 *
 * <p>Shown is only where it is: neither the password nor a parameter, which might be one.
 *
 * @param authority {@code HOST:PORT}, or several with commas between them
 */
record DatabaseUrl(
        String authority,
        String database,
        Optional<String> user,
        Optional<String> password,
        Map<String, String> parameters) {

    private static final String FORM = "use postgres://USER:PASSWORD@HOST:PORT/DATABASE, with %XX for characters of the"
            + " password that mean something in a URL (%2F for a slash)";

    private static final String HOST = "(\\[[0-9A-Fa-f:.]+]|[0-9A-Za-z._-]+)(:[0-9]{1,5})?";
    private static final Pattern HOSTS = Pattern.compile(HOST + "(," + HOST + ")*");

    /** With a slash or an @ it would be the end of a password that has a slash, and the driver would print that. */
    private static final Pattern DATABASE = Pattern.compile("/[^/@]+");

    static DatabaseUrl parse(String text) {
        URI uri = uri(text.replaceFirst("^(jdbc:)?(postgres(ql)?:)?", ""));
        String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        int at = authority.lastIndexOf('@');
        String[] credentials = authority.substring(0, Math.max(0, at)).split(":", 2);
        Map<String, String> parameters = parameters(uri);
        Optional<String> user = Optional.ofNullable(parameters.remove("user")).or(() -> part(credentials, 0));
        Optional<String> password =
                Optional.ofNullable(parameters.remove("password")).or(() -> part(credentials, 1));
        String database = Optional.ofNullable(uri.getRawPath()).orElse("");
        if (!HOSTS.matcher(authority.substring(at + 1)).matches()
                || !DATABASE.matcher(database).matches()) {
            throw unusable();
        }
        return new DatabaseUrl(authority.substring(at + 1), database.substring(1), user, password, parameters);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw unusable(); // not the cause: its message quotes the password
        }
    }

    private static UncheckedIOException unusable() {
        return Failures.failure("The store's URL names no PostgreSQL database; " + FORM + ".", null);
    }

    private static Optional<String> part(String[] credentials, int index) {
        return Stream.of(credentials)
                .skip(index)
                .findFirst()
                .filter(part -> !part.isEmpty())
                .map(DatabaseUrl::decoded);
    }

    private static Map<String, String> parameters(URI uri) {
        return Stream.ofNullable(uri.getRawQuery())
                .flatMap(query -> Stream.of(query.split("&")))
                .map(parameter -> parameter.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, last) -> last, LinkedHashMap::new));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    String jdbc() {
        return "jdbc:postgresql://" + authority + "/" + database;
    }

    @Override
    public String toString() {
        return "postgres://" + authority + "/" + database;
    }
}
