package dev.jobport.bootstrap.cli;

import dev.jobport.application.driving.Transport;
import dev.jobport.bootstrap.CannotStart;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.bootstrap.Stores;
import dev.jobport.bootstrap.logging.Outage;
import dev.jobport.cli.Nearest;
import dev.jobport.domain.Account;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        description = "Run the server until SIGTERM or SIGINT; it then drains and exits with 0.",
        mixinStandardHelpOptions = true,
        defaultValueProvider = Environment.class)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    /** An IPv6 address in brackets or any other host, and a port. */
    private static final Pattern LISTEN = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:\\[\\]]+)):(\\d{1,5})");

    private static final Pattern DAYS = Pattern.compile("\\d{1,9}");

    private static final int MAX_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8460",
            description = "Where to listen, e.g. [::1]:8460; port 0 takes a free one. Or JOBPORT_LISTEN."
                    + " Default: ${DEFAULT-VALUE}")
    private String listen;

    @Option(
            names = "--store",
            paramLabel = "KIND:PLACE",
            defaultValue = "sqlite:jobport.db",
            completionCandidates = StoreForms.class,
            description =
                    "Where to keep jobs: ${COMPLETION-CANDIDATES}; postgres://USER:PASSWORD@HOST:PORT/DATABASE may be"
                            + " shared by several servers. Or JOBPORT_STORE, which other users of the machine do not"
                            + " see. Default: ${DEFAULT-VALUE}")
    private String store;

    @Option(
            names = "--secrets-key",
            paramLabel = "FILE",
            description = "Encrypt secret configuration properties in the store with the key in this file: a line of"
                    + " openssl rand -base64 32. After a newer key, older ones may follow. Or JOBPORT_SECRETS_KEY.")
    private Path secretsKey;

    @Option(
            names = "--artifact-credentials",
            paramLabel = "FILE",
            description =
                    "Where job workers' credentials for artifacts come from, as JSON: session credentials, or a role"
                            + " to assume. Or JOBPORT_ARTIFACT_CREDENTIALS. Default: none; workers get none")
    private Path artifactCredentials;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Who may come in: access keys and control tokens, as JSON. Or JOBPORT_CREDENTIALS."
                    + " Default: none; everybody may, and only loopback is listened on")
    private Path credentials;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            split = ",",
            defaultValue = Settings.DEFAULT_REGION,
            description =
                    "The AWS regions that the server serves and signatures are for, separated by commas; each has jobs"
                            + " of its own. Or JOBPORT_REGION. Default: ${DEFAULT-VALUE}")
    private List<String> regions;

    @Option(
            names = "--account-id",
            paramLabel = "DIGITS",
            defaultValue = Settings.DEFAULT_ACCOUNT_ID,
            description =
                    "The AWS account id, 12 digits, of keys and tokens that name no account. Or JOBPORT_ACCOUNT_ID."
                            + " Default: ${DEFAULT-VALUE}")
    private String accountId;

    @Option(
            names = "--retention",
            paramLabel = "DAYS|DURATION",
            defaultValue = "90",
            description = "How long actions and their jobs are kept after they ended: days, or an ISO 8601 duration"
                    + " like PT12H; from PT1M to 365. Or JOBPORT_RETENTION. Default: ${DEFAULT-VALUE}")
    private String retention;

    @Option(
            names = "--grpc",
            paramLabel = "HOST:PORT",
            description = "Where to listen for gRPC too, e.g. 127.0.0.1:8470; port 0 takes a free one. Or JOBPORT_GRPC."
                    + " Default: nowhere")
    private String grpc;

    @Option(
            names = "--transport",
            paramLabel = "KIND:HOST:PORT",
            split = ",",
            hidden = true, // until there is one that has no option of its own
            description = "Another way in, besides HTTP; may be given several times. Or JOBPORT_TRANSPORT.")
    private List<String> transports = List.of();

    @Option(
            names = "--check",
            description =
                    "Only check the settings and the files that they name, say what is wrong, and end. The store is"
                            + " not opened, and nothing is listened on.")
    private boolean check;

    @Mixin
    private HttpOptions http;

    @Mixin
    private LogOptions log;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        if (check) {
            Server.check(settings);
            unknownVariables(System.getenv().keySet())
                    .forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getOut().println("The settings can be used: " + settings);
            return 0;
        }
        Outage outage = new Outage();
        log.setUp(listen, outage);
        unknownVariables(System.getenv().keySet()).forEach(LOG::warn);
        CountDownLatch stop = stopAtSignal();
        try (Server server = start(settings, outage)) {
            log.listeningOn(server.uri().getAuthority());
            spec.commandLine()
                    .getOut()
                    .println("Jobport ready on " + places(server) + " (store " + server.storeName() + ")");
            stop.await();
            LOG.info("stopping: running requests may end");
        }
        return 0;
    }

    /** HTTP's first. */
    private static String places(Server server) {
        return Stream.concat(Stream.of(server.uri()), server.uris().stream())
                .distinct()
                .map(URI::toString)
                .collect(Collectors.joining(" and "));
    }

    private static Server start(Settings settings, Outage outage) {
        try {
            return Server.start(settings, binder -> binder.bind(Outage.class).toInstance(outage));
        } catch (CannotStart e) {
            if (!(e.getCause() instanceof Transport.CannotListen)
                    || !e.getMessage().endsWith("in use")) {
                throw e;
            }
            boolean http = e.getMessage()
                    .contains(settings.http().host() + ":" + settings.http().port() + ": ");
            throw new CannotStart(e.getMessage() + "; choose another port with " + (http ? "--listen" : "--grpc"), e);
        }
    }

    /** What to say of variables that look like settings and are none. */
    List<String> unknownVariables(Set<String> variables) {
        Set<String> known = new TreeSet<>(Environment.OF_COMMANDS);
        spec.options().forEach(option -> known.add(Environment.variable(option.longestName())));
        return variables.stream()
                .filter(name -> name.startsWith(Environment.PREFIX) && !known.contains(name))
                .sorted()
                .map(name -> "The variable " + name + " means nothing here" + Nearest.question(name, known))
                .toList();
    }

    private Settings settings() {
        Settings.Listening place = listening("http", listen)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "cannot listen on '" + listen + "': HOST:PORT is expected, with a port of at most "
                                + MAX_PORT));
        return new Settings(
                store,
                Optional.ofNullable(secretsKey),
                Optional.ofNullable(artifactCredentials),
                retention(),
                Optional.ofNullable(credentials),
                accounts(),
                http.settings(place.host(), place.port()),
                Stream.concat(transports.stream(), Stream.ofNullable(grpc).map(of -> "grpc:" + of))
                        .map(this::transport)
                        .toList());
    }

    private Settings.Listening transport(String setting) {
        int colon = setting.indexOf(':');
        return listening(setting.substring(0, Math.max(0, colon)), setting.substring(colon + 1))
                .filter(place -> !place.kind().isEmpty())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + setting + "' is no transport: KIND:HOST:PORT is expected"));
    }

    private static Optional<Settings.Listening> listening(String kind, String place) {
        Matcher parts = LISTEN.matcher(place);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > MAX_PORT) {
            return Optional.empty();
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return Optional.of(new Settings.Listening(kind, host, Integer.parseInt(parts.group(3))));
    }

    private List<Account> accounts() {
        return regions.stream().distinct().map(this::account).toList();
    }

    private Account account(String region) {
        if (!Account.ID.accepts(accountId)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + accountId + "' is no account id: an account id has 12 digits");
        }
        if (!Account.REGION.accepts(region)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + region + "' is no region: write it like " + Settings.DEFAULT_REGION);
        }
        return new Account(accountId, region);
    }

    private Duration retention() {
        Duration kept = parsedRetention();
        if (kept.compareTo(Settings.SHORTEST_RETENTION) < 0 || kept.compareTo(Settings.LONGEST_RETENTION) > 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "cannot keep jobs for '" + retention + "': from PT1M (a minute) to 365 (days) are possible");
        }
        return kept;
    }

    private Duration parsedRetention() {
        try {
            return DAYS.matcher(retention).matches()
                    ? Duration.ofDays(Long.parseLong(retention))
                    : Duration.parse(retention);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "cannot keep jobs for '" + retention + "': days or a duration is expected");
        }
    }

    /**
     * Not a shutdown hook, because after one the exit status tells of the signal and cannot be 0. The compiler warns of
     * Signal and lets nobody silence that; the JDK keeps it (JEP 260) for want of a better way.
     */
    private static CountDownLatch stopAtSignal() {
        CountDownLatch stop = new CountDownLatch(1);
        Stream.of("TERM", "INT").forEach(name -> Signal.handle(new Signal(name), signal -> stop.countDown()));
        return stop;
    }

    /** What the store may be called. */
    private static final class StoreForms extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        StoreForms() {
            super(Stores.forms());
        }
    }
}
