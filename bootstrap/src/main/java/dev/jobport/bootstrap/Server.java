package dev.jobport.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.jobport.adapters.credentials.ArtifactCredentialsFile;
import dev.jobport.adapters.http.HttpModule;
import dev.jobport.adapters.http.HttpServer;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.persistence.StoreModule;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;

/** A running server: the hexagon with one store and one transport plugged in. */
public final class Server implements AutoCloseable {

    private final Store store;
    private final HttpServer http;
    private final Clock clock;
    private final Ticker ticker;
    private final URI uri;

    private Server(Store store, HttpServer http, Clock clock, URI uri) {
        this.store = store;
        this.http = http;
        this.clock = clock;
        this.ticker = Ticker.start(clock);
        this.uri = uri;
    }

    /**
     * Opens the store and serves requests.
     *
     * @throws CannotStart if a file of credentials or keys or the store cannot be opened, the address cannot be listened on, or the files
     *     for TLS are unusable
     */
    public static Server start(Settings settings) {
        return start(settings, Store::time, new RandomIdentifiers());
    }

    /** @param time the time to go by, given the store */
    static Server start(Settings settings, Function<Store, InstantSource> time, Identifiers identifiers) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT); // brings up logging
        loadMeanwhile();
        return serve(
                settings, Stores.open(settings.store(), settings.secretsKey(), registry), registry, time, identifiers);
    }

    /** Half of a start is the loading of classes; two threads do it in two thirds of the time. */
    private static void loadMeanwhile() {
        Thread loading = new Thread(HttpServer::load, "loading");
        loading.setDaemon(true);
        loading.start();
    }

    /**
     * Serves requests from a store that is open already, and closes it at the end.
     *
     * @throws CannotStart if the credentials cannot be read, or the address cannot be listened on
     */
    public static Server start(Settings settings, Store store) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return serve(settings, store, registry, Store::time, new RandomIdentifiers());
    }

    private static Server serve(
            Settings settings,
            Store store,
            PrometheusMeterRegistry registry,
            Function<Store, InstantSource> time,
            Identifiers identifiers) {
        try {
            InstantSource now = time.apply(store);
            return start(settings, Doorkeepers.hire(settings, now), store, registry, now, identifiers);
        } catch (HttpServer.CannotListen | ArtifactCredentials.Unavailable e) {
            store.close();
            throw new CannotStart(e.getMessage(), e);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Server start(
            Settings settings,
            Doorkeeper doorkeeper,
            Store store,
            PrometheusMeterRegistry registry,
            InstantSource time,
            Identifiers identifiers) {
        ArtifactCredentials artifactCredentials = settings.artifactCredentials()
                .map(file -> ArtifactCredentialsFile.open(
                        file, settings.accounts().get(0).region()))
                .orElse(ArtifactCredentials.NONE);
        Injector injector = Guice.createInjector(
                new StoreModule(store),
                new ApplicationModule(time, identifiers, artifactCredentials, settings.retention(), registry),
                new HttpModule(doorkeeper, settings.http()));
        HttpServer http = injector.getInstance(HttpServer.class);
        http.start(settings.host(), settings.port());
        return new Server(store, http, injector.getInstance(Clock.class), uri(settings, http.port()));
    }

    private static URI uri(Settings settings, int port) {
        String scheme = settings.http().tls().isPresent() ? "https" : "http";
        String host = settings.host();
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** Where clients find the server. */
    public URI uri() {
        return uri;
    }

    /** What is kept where, as the setting names it. */
    public String storeName() {
        return store.toString();
    }

    Clock clock() {
        return clock;
    }

    /** Lets running requests end, then gives everything back. */
    @Override
    public void close() {
        http.stop();
        ticker.close();
        store.close();
    }
}
