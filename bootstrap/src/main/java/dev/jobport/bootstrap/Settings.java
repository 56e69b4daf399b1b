package dev.jobport.bootstrap;

import static java.util.Objects.requireNonNull;

import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.domain.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * All that can be set of a server.
 *
 * @param store {@code memory}, {@code sqlite:PATH} or {@code postgres:URL}; may hold a password
 * @param secretsKey the file of the keys that secrets are sealed with in the store; without it they are kept as they are
 * @param artifactCredentials the file that says where job workers' credentials for artifacts come from; without it they
 *     get none
 * @param retention how long an action and its jobs are kept after it ended
 * @param credentials the file in which access keys and control tokens are registered; without it nobody is asked for
 *     any, and every host that is listened on has to be a loopback address
 * @param accounts the server's own account, for whoever is not told to be of another, in each region that it serves; the
 *     first is meant where a request names no region
 * @param transports other ways in, besides HTTP
 */
public record Settings(
        String store,
        Optional<Path> secretsKey,
        Optional<Path> artifactCredentials,
        Duration retention,
        Optional<Path> credentials,
        List<Account> accounts,
        HttpSettings http,
        List<Listening> transports) {

    /**
     * A transport and where it is to listen.
     *
     * @param kind by which {@code Transports} knows it
     * @param host a name or an IP address
     * @param port 0 for any that is free
     */
    public record Listening(String kind, String host, int port) {}

    public static final Duration DEFAULT_RETENTION = Duration.ofDays(90);
    public static final Duration SHORTEST_RETENTION = Duration.ofMinutes(1);
    public static final Duration LONGEST_RETENTION = Duration.ofDays(365);
    public static final String DEFAULT_ACCOUNT_ID = "000000000000";
    public static final String DEFAULT_REGION = "us-east-1";
    public static final Account DEFAULT_ACCOUNT = new Account(DEFAULT_ACCOUNT_ID, DEFAULT_REGION);

    /** @throws CannotStart if there is no account, or the retention is out of its range */
    public Settings {
        requireNonNull(store);
        requireNonNull(secretsKey);
        requireNonNull(artifactCredentials);
        requireNonNull(retention);
        requireNonNull(credentials);
        requireNonNull(http);
        accounts = List.copyOf(accounts);
        transports = List.copyOf(transports);
        if (accounts.isEmpty()) {
            throw new CannotStart("A server needs an account in at least one region.");
        }
        if (retention.compareTo(SHORTEST_RETENTION) < 0 || retention.compareTo(LONGEST_RETENTION) > 0) {
            throw new CannotStart("Jobs cannot be kept for " + retention + ": from " + SHORTEST_RETENTION + " to "
                    + LONGEST_RETENTION.toDays() + " days are possible.");
        }
    }

    /** Without credentials, and the defaults for the rest. */
    public Settings(String host, int port, String store) {
        this(
                store,
                Optional.empty(),
                Optional.empty(),
                DEFAULT_RETENTION,
                Optional.empty(),
                List.of(DEFAULT_ACCOUNT),
                HttpSettings.on(host, port),
                List.of());
    }

    /** All that are listened on. */
    Stream<String> hosts() {
        return Stream.concat(Stream.of(http.host()), transports.stream().map(Listening::host));
    }

    /** Files by their names, and without the store's place, which may hold a password. */
    @Override
    public String toString() {
        StringJoiner told = new StringJoiner(" ").add("store=" + store.split(":")[0]);
        secretsKey.ifPresent(file -> told.add("secrets-key=" + file));
        artifactCredentials.ifPresent(file -> told.add("artifact-credentials=" + file));
        credentials.ifPresent(file -> told.add("credentials=" + file));
        told.add("retention=" + retention).add("accounts=" + accounts);
        http.tls().ifPresent(files -> told.add("tls-certificate=" + files.certificate()));
        told.add("limits=" + http.limits());
        transports.forEach(transport -> told.add(transport.toString()));
        return told.toString();
    }
}
