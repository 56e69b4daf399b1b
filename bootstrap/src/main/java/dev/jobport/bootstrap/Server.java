package dev.jobport.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.util.Modules;
import dev.jobport.adapters.http.HttpServer;
import dev.jobport.adapters.persistence.StoreModule;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Clock;
import dev.jobport.application.driving.Transport;
import dev.jobport.bootstrap.logging.Outage;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: the hexagon with one store and its transports plugged in. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final Key<Set<Transport>> TRANSPORTS = new Key<>() {};

    private final Injector injector;
    private final List<URI> uris = new ArrayList<>();

    /** What has been started, the latest first: so it is given back, also when a start fails half-way. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Server(Injector injector) {
        this.injector = injector;
    }

    /**
     * Opens the store, starts the clock, and lets every transport listen.
     *
     * @param instead bindings that take the place of the server's own: a store that is open already, another time
     * @throws CannotStart if a file of credentials or keys or the store cannot be opened, an address cannot be listened
     *     on, or the files for TLS are unusable; what had been started has been given back
     */
    public static Server start(Settings settings, Module... instead) {
        Module composition = Modules.override(composition(settings)).with(instead);
        loadMeanwhile();
        Server server = new Server(Guice.createInjector(composition));
        try {
            server.start();
            LOG.atInfo()
                    .addKeyValue("version", version())
                    .addKeyValue("java", Runtime.version())
                    .addKeyValue("uris", server.uris)
                    .addKeyValue("settings", settings)
                    .log("started");
            return server;
        } catch (RuntimeException | Error e) {
            server.unwind(e);
            throw e;
        }
    }

    /**
     * Checks all that a start needs but the store and the addresses: opens no store, and listens on nothing.
     *
     * @throws CannotStart as {@link #start} does
     */
    public static void check(Settings settings) {
        Stores.check(settings.store(), settings.secretsKey());
        Module composition = Modules.override(composition(settings)).with(new StoreModule(meters -> new MemoryStore()));
        new Server(Guice.createInjector(composition)).get(TRANSPORTS);
        try {
            HttpServer.check(settings.http());
        } catch (Transport.CannotListen e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    /** The server in one list. */
    private static List<Module> composition(Settings settings) {
        List<Module> modules = new ArrayList<>(List.of(
                new MetricsModule(),
                new StoreModule(meters -> Stores.open(settings.store(), settings.secretsKey(), meters)),
                new CredentialsModule(settings),
                new ApplicationModule(settings.retention())));
        modules.addAll(Transports.chosenBy(settings));
        return modules;
    }

    /** Half of a start is the loading of classes; two threads do it in two thirds of the time. */
    private static void loadMeanwhile() {
        Thread loading = new Thread(HttpServer::load, "loading");
        loading.setDaemon(true);
        loading.start();
    }

    private void start() {
        running.push(get(Key.get(Store.class)));
        Set<Transport> transports = get(TRANSPORTS);
        running.push(Ticker.start(clock(), get(Key.get(Outage.class))));
        for (Transport transport : transports) {
            running.push(transport);
            uris.add(URI.create(listen(transport)));
        }
        running.push(ProcessMeters.of(get(Key.get(MeterRegistry.class)), storeKind()));
    }

    /** {@code memory}, {@code sqlite} or {@code postgres}. */
    private String storeKind() {
        return storeName().split(":", 2)[0];
    }

    private static String listen(Transport transport) {
        try {
            return transport.start();
        } catch (Transport.CannotListen e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    /** What the injector makes, without its wrapping around a reason that is for people. */
    private <T> T get(Key<T> key) {
        try {
            return injector.getInstance(key);
        } catch (ProvisionException e) {
            if (e.getCause() instanceof CannotStart reason) {
                throw reason;
            }
            if (e.getCause() instanceof ArtifactCredentials.Unavailable reason) {
                throw new CannotStart(reason.getMessage(), reason);
            }
            throw e;
        }
    }

    /** Which build this is. */
    public static String version() {
        String version = Server.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** Where clients find the server over HTTP. */
    public URI uri() {
        return uris.stream()
                .filter(uri -> uri.getScheme().startsWith("http"))
                .findFirst()
                .orElseThrow();
    }

    /** Where each transport listens. */
    public List<URI> uris() {
        return List.copyOf(uris);
    }

    /** What is kept where, as the setting names it. */
    public String storeName() {
        return injector.getInstance(Store.class).toString();
    }

    /** By which due jobs move on; the server ticks it by itself. */
    public Clock clock() {
        return get(Key.get(Clock.class));
    }

    /** Lets running requests end, then gives everything back. */
    @Override
    public void close() {
        RuntimeException failure = new RuntimeException("the server did not stop cleanly");
        unwind(failure);
        LOG.info("stopped");
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    /** Gives back all that runs; what fails on the way is told with the failure that there is. */
    private void unwind(Throwable failure) {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }
}
