package dev.jobport.adapters.http;

import dev.jobport.adapters.http.control.ControlApi;
import dev.jobport.adapters.http.worker.WorkerApi;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Transport;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import io.javalin.util.JavalinException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import kotlin.LazyKt;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that job workers, pipelines and operators talk to over HTTP. */
public final class HttpServer implements Transport {

    private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

    private static final int ACCEPTORS = 1;

    /** How long a connection without a request stays open while the server stops. */
    private static final Duration IDLE_WHILE_STOPPING = Duration.ofMillis(100);

    /**
     * A buffer serves one connection and is left to the garbage collector. From a pool, two connections were seen to get
     * the same one after a header on a third was not HTTP, because two of Jetty's threads then give its buffer back
     * (jetty/jetty.project#12939); requests were answered twice or never.
     */
    private static final ByteBufferPool BUFFERS = ByteBufferPool.NON_POOLING;

    /** Enough for all headers that an answer has; Jetty takes more where they are not. */
    private static final int RESPONSE_HEADER_BYTES = 1024;

    /** Enough for most requests; Jetty reads longer ones in pieces. */
    private static final int INPUT_BUFFER_BYTES = 4096;

    private final WorkerApi worker;
    private final ControlApi control;
    private final Doorkeeper doorkeeper;
    private final HttpSettings settings;
    private final HttpSettings.About about;
    private Javalin javalin;

    public HttpServer(
            DrivingPorts ports,
            Doorkeeper doorkeeper,
            PrometheusMeterRegistry registry,
            HttpSettings settings,
            HttpSettings.About about) {
        this.worker = new WorkerApi(ports, doorkeeper, settings.limits().maxRequestsPerSecond(), registry);
        this.control = new ControlApi(ports, doorkeeper, registry);
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.about = about;
    }

    /**
     * Brings the libraries that a server takes into memory, and does nothing else. That is a third of a start: whoever is in
     * a hurry does it on one thread while another opens the store.
     */
    public static void load() {
        Javalin.create(HttpServer::configureJavalin).jettyServer().server();
    }

    /**
     * Checks the files for TLS, if there are any.
     *
     * @throws CannotListen if they are unusable
     */
    public static void check(HttpSettings settings) {
        settings.tls().ifPresent(TlsIdentity::read);
    }

    /**
     * {@inheritDoc}
     *
     * @throws CannotListen if the port is taken, not allowed, or the host not this machine's, or the files for TLS are
     *     unusable
     */
    @Override
    public String start() {
        if (javalin != null) {
            throw new IllegalStateException("the server was started before");
        }
        javalin = Javalin.create(this::configure).start();
        String scheme = settings.tls().isPresent() ? "https" : "http";
        String host = settings.host();
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /**
     * Accepts nothing more, answers all who wait, lets running requests end within the drain timeout, then stops. Does
     * nothing if the server does not run.
     */
    @Override
    public void close() {
        if (javalin != null) {
            control.stopWaiting();
            try {
                javalin.stop();
            } catch (JavalinException e) { // it has stopped nevertheless
                log.warn(
                        "requests that still ran after {} were cut off",
                        settings.limits().drainTimeout(),
                        e);
            }
        }
    }

    private static void configureJavalin(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true; // where the JDK has them; otherwise a pool
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.http.asyncTimeout = 0; // who waits for an action's end brings a limit
        config.router.ignoreTrailingSlashes = false;
        // the servlet that Javalin would choose speaks WebSocket too, and leaves a session behind when it refuses to
        config.unsafe.servlet = LazyKt.lazy(() -> new ServletEntry(null, new JavalinServlet(config.unsafe)));
        config.router.javaLangErrorHandler(HttpServer::answerError);
    }

    private void configure(JavalinConfig config) {
        configureJavalin(config);
        worker.addTo(config.routes);
        control.addTo(config.routes);
        config.routes.exception(HttpResponseException.class, this::refuse);
        config.routes.exception(Exception.class, this::refuse);

        Limits limits = settings.limits();
        Connections connections = new Connections(limits.idleTimeout());
        Bodies bodies = new Bodies(limits);
        LastResort lastResort = new LastResort();
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(lastResort);
            server.insertHandler(bodies);
            server.insertHandler(new AsSent());
            server.insertHandler(new FrontPage(about, doorkeeper));
            server.insertHandler(connections);
            server.insertHandler(new GracefulHandler());
            server.addBean(new NetworkConnectionLimit(limits.maxConnections(), server));
            server.setStopTimeout(limits.drainTimeout().toMillis());
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(lastResort));
        config.jetty.modifyHttpConfiguration(http -> {
            http.addCustomizer((request, headers) -> {
                headers.put(LastResort.NO_SNIFFING);
                return request;
            });
            http.setRequestHeaderSize(limits.maxHeaderBytes());
            http.setUseInputDirectByteBuffers(false); // which are dear to allocate
            http.setUseOutputDirectByteBuffers(false);
            http.setHeaderCacheSize(0); // to look a header up costs more than to read it, and most are new each time
            http.setInputBufferSize(INPUT_BUFFER_BYTES);
            http.setResponseHeaderSize(RESPONSE_HEADER_BYTES);
        });
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector =
                    new ServerConnector(server, null, null, BUFFERS, ACCEPTORS, -1, protocols(http));
            connector.addBean(connections);
            return listen(connector);
        });
    }

    private ConnectionFactory[] protocols(HttpConfiguration http) {
        return settings.tls()
                .map(files -> TlsIdentity.read(files).connectionFactories(http))
                .orElseGet(() -> new ConnectionFactory[] {new HttpConnectionFactory(http)});
    }

    private void refuse(Exception failure, Context ctx) {
        if (ControlApi.owns(ctx.path())) {
            control.refuse(failure, ctx);
        } else {
            worker.refuse(failure, ctx);
        }
    }

    private static void answerError(HttpServletResponse response, Error error) {
        log.error("a request broke the server", error);
        try {
            response.reset();
            response.sendError(500); // which the last resort answers
        } catch (IOException | IllegalStateException e) {
            log.warn("and it could not be answered", e);
        }
    }

    /** Opens the port before anything else starts, so that nothing is left running if that fails. */
    private Connector listen(ServerConnector connector) {
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(settings.limits().acceptQueue());
        connector.setIdleTimeout(settings.limits().idleTimeout().toMillis());
        connector.setShutdownIdleTimeout(IDLE_WHILE_STOPPING.toMillis());
        try {
            connector.open();
            return connector;
        } catch (IOException | IllegalArgumentException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            boolean unknown = reason instanceof UnresolvedAddressException;
            throw new CannotListen(
                    "Cannot listen on " + settings.host() + ":" + settings.port() + ": "
                            + (unknown ? "the host is unknown" : reason.getMessage()),
                    e);
        }
    }
}
