package dev.jobport.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Holds many conversations with a server at the same time, on one thread: it shares the processors with the server that
 * it measures, so it has to be cheap.
 */
final class LoadGenerator {

    private static final long PATIENCE_MILLIS = 30_000;

    private LoadGenerator() {}

    /**
     * Opens a connection for each conversation, then lets them talk until none has more to say.
     *
     * @return the seconds that the talking took
     */
    static double run(SocketAddress server, List<? extends Conversation> conversations) {
        List<Connection> connections = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (Conversation conversation : conversations) {
                connections.add(new Connection(server, conversation, selector));
            }
            long start = System.nanoTime();
            int talking = 0;
            for (Connection connection : connections) {
                talking += connection.speak() ? 1 : 0;
            }
            while (talking > 0) {
                talking -= listen(selector);
            }
            return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.forEach(LoadGenerator::close);
        }
    }

    /** How many conversations have ended. */
    private static int listen(Selector selector) throws IOException {
        if (selector.select(PATIENCE_MILLIS) == 0) {
            throw new SocketTimeoutException("no answer for " + PATIENCE_MILLIS + " ms");
        }
        int ended = 0;
        for (var ready : selector.selectedKeys()) {
            ended += ((Connection) ready.attachment()).listen() ? 0 : 1;
        }
        selector.selectedKeys().clear();
        return ended;
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
