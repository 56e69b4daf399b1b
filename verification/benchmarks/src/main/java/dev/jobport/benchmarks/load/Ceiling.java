package dev.jobport.benchmarks.load;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.net.URI;

/** What no server on the same libraries can outdo here: Javalin with a handler that does nothing. */
final class Ceiling implements AutoCloseable {

    private final Javalin javalin = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.startup.startupWatcherEnabled = false;
                config.concurrency.useVirtualThreads = true;
                config.http.compressionStrategy = CompressionStrategy.NONE;
                config.jetty.host = "127.0.0.1";
                config.jetty.port = 0;
                config.routes.post("/", ctx -> {});
            })
            .start();

    Target target(Family family) {
        return Target.emptyAt(URI.create("http://127.0.0.1:" + javalin.port()), family);
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
