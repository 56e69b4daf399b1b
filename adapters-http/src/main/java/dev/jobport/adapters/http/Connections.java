package dev.jobport.adapters.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections that ask nothing for too long. Jetty's own idle timeout starts anew with every byte, so one byte of a
 * header now and then would keep a connection open for ever.
 */
final class Connections extends Handler.Wrapper implements Connection.Listener {

    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    private static final long MAX_MILLIS_BETWEEN_LOOKS = 1000;

    private final Duration patience;
    private final Map<EndPoint, Use> uses = new ConcurrentHashMap<>();
    private Scheduler.Task nextLook;

    /** How a connection is used: the requests that run, and since when none does, in the time of the system's timer. */
    private static final class Use {

        private int running;
        private long idleSince = System.nanoTime();

        synchronized void begin() {
            running++;
        }

        synchronized void end() {
            running--;
            idleSince = System.nanoTime();
        }

        synchronized boolean isIdleFor(Duration patience) {
            return running == 0 && System.nanoTime() - idleSince > patience.toNanos();
        }
    }

    /** @param patience how long the headers of the next request may take to arrive */
    Connections(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        uses.putIfAbsent(socketOf(connection), new Use());
    }

    @Override
    public void onClosed(Connection connection) {
        if (!connection.getEndPoint().isOpen()) {
            uses.remove(socketOf(connection));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Use use = uses.get(socketOf(request.getConnectionMetaData().getConnection()));
        if (use != null) { // it has closed otherwise
            use.begin();
            Request.addCompletionListener(request, failure -> use.end());
        }
        return super.handle(request, response, callback);
    }

    /** Below TLS there is another connection, and the two are one to the client. */
    private static EndPoint socketOf(Connection connection) {
        EndPoint endPoint = connection.getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return endPoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        look();
    }

    /** Looks again whatever happens: if it ended, nothing would ever be closed any more. */
    private void look() {
        try {
            uses.forEach(this::closeIfIdle);
        } catch (RuntimeException | Error e) {
            log.error("connections that ask nothing could not be closed; the next look tries again", e);
        } finally {
            long pause = Math.max(1, Math.min(patience.toMillis() / 2, MAX_MILLIS_BETWEEN_LOOKS));
            nextLook = getServer().getScheduler().schedule(this::look, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void closeIfIdle(EndPoint endPoint, Use use) {
        if (!endPoint.isOpen()) {
            uses.remove(endPoint);
        } else if (use.isIdleFor(patience)) {
            endPoint.close(new TimeoutException("no request for " + patience));
        }
    }

    @Override
    protected void doStop() throws Exception {
        nextLook.cancel();
        super.doStop();
    }
}
