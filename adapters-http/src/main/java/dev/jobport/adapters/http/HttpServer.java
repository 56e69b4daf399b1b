package dev.jobport.adapters.http;

import dev.jobport.adapters.http.control.ControlApi;
import dev.jobport.adapters.http.identity.Doorkeeper;
import dev.jobport.adapters.http.worker.WorkerApi;
import dev.jobport.application.driving.JobWorkerPort;
import dev.jobport.application.driving.OperatorPort;
import dev.jobport.application.driving.PipelinePort;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.http.servlet.ServletEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import kotlin.LazyKt;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that job workers, pipelines and operators talk to. It is started once and stopped once. */
public final class HttpServer {

    private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

    /** Connections that may wait to be accepted; a burst of workers overflows Jetty's 50. */
    private static final int ACCEPT_BACKLOG = 1024;

    private static final int ACCEPTORS = 1;

    /** How long a connection without a request stays open while the server stops. */
    private static final Duration IDLE_WHILE_STOPPING = Duration.ofMillis(100);

    private final WorkerApi worker;
    private final ControlApi control;
    private final Settings settings;
    private Javalin javalin;

    /**
     * What may be different from server to server.
     *
     * @param largestBody of a request, in bytes
     * @param idleTimeout after which a connection on which nothing happens is closed; waiting for an answer is not idle
     * @param drainGrace how long running requests may go on when the server stops
     */
    public record Settings(int largestBody, Duration idleTimeout, Duration drainGrace) {
        public static final Settings DEFAULTS =
                new Settings(1024 * 1024, Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    /** The address cannot be listened on; the message is one line for people. */
    public static final class CannotListen extends RuntimeException {
        CannotListen(String host, int port, String reason, Throwable cause) {
            super("Cannot listen on " + host + ":" + port + ": " + reason, cause);
        }
    }

    public HttpServer(
            JobWorkerPort worker,
            PipelinePort pipeline,
            OperatorPort operator,
            Doorkeeper doorkeeper,
            Settings settings) {
        this.worker = new WorkerApi(worker, doorkeeper, settings.largestBody());
        this.control = new ControlApi(pipeline, operator, doorkeeper, settings.largestBody());
        this.settings = settings;
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any free one
     * @throws CannotListen if the port is taken, not allowed, or the host not this machine's
     */
    public void start(String host, int port) {
        if (javalin != null) {
            throw new IllegalStateException("the server was started before");
        }
        javalin = Javalin.create(config -> configure(config, host, port)).start();
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /**
     * Accepts nothing more, answers all who wait, lets running requests end within the grace, then stops. Does nothing
     * if the server does not run.
     */
    public void stop() {
        if (javalin != null) {
            control.stopWaiting();
            javalin.stop();
        }
    }

    private void configure(JavalinConfig config, String host, int port) {
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

        worker.addTo(config.routes);
        control.addTo(config.routes);
        config.routes.exception(HttpResponseException.class, this::refuse);
        config.routes.exception(Exception.class, this::refuse);

        LastResort lastResort = new LastResort();
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(lastResort);
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(settings.drainGrace().toMillis());
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(lastResort));
        config.jetty.addConnector((server, http) -> listen(server, http, host, port));
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
            response.setStatus(500);
            response.setContentType(WorkerApi.CONTENT_TYPE);
            response.getWriter().write(WorkerApi.FAULT);
        } catch (IOException | IllegalStateException e) {
            log.warn("and it could not be answered", e);
        }
    }

    /** Opens the port before anything else starts, so that nothing is left running if that fails. */
    private Connector listen(Server server, HttpConfiguration http, String host, int port) {
        ServerConnector connector = new ServerConnector(server, ACCEPTORS, -1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(ACCEPT_BACKLOG);
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        connector.setShutdownIdleTimeout(IDLE_WHILE_STOPPING.toMillis());
        try {
            connector.open();
            return connector;
        } catch (IOException | IllegalArgumentException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            boolean unknown = reason instanceof UnresolvedAddressException;
            throw new CannotListen(host, port, unknown ? "the host is unknown" : reason.getMessage(), e);
        }
    }
}
