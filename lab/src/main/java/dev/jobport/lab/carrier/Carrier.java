package dev.jobport.lab.carrier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Listens on loopback and hands each request to a receiver, one thread a connection. The sockets are its own, so all that
 * can happen to a connection can really be done to it. After {@link #close} no thread and no socket is left.
 */
public final class Carrier implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 256;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Receiver receiver;
    private final boolean takesChunks;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong connections = new AtomicLong();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket listening;

    /**
     * @param port 0 for any that is free
     * @param takesChunks whether a body may come without its length
     */
    public Carrier(int port, boolean takesChunks, Receiver receiver) {
        this.receiver = receiver;
        this.takesChunks = takesChunks;
        this.port = listen(port);
    }

    /** The one that it really has. */
    public int port() {
        return port;
    }

    private synchronized int listen(int wanted) {
        if (closing.getCount() == 0) {
            return wanted;
        }
        try {
            listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), wanted), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("127.0.0.1:" + wanted + " cannot be listened on: " + e.getMessage(), e);
        }
        ServerSocket now = listening;
        start("accepts", () -> accept(now));
        return now.getLocalPort();
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket socket = from.accept();
                long number = connections.incrementAndGet();
                start("connection-" + number, () -> serve(socket, number));
            } catch (IOException e) {
                // closed, or the peer was gone before it was looked at
            }
        }
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                "jobport-lab-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void serve(Socket socket, long number) {
        try (Line line = new Line(socket, closing)) {
            lines.add(line);
            try {
                if (closing.getCount() > 0) {
                    socket.setTcpNoDelay(true);
                    InputStream in = new BufferedInputStream(socket.getInputStream());
                    serve(line, new RequestReader(in, line, number, takesChunks));
                }
            } catch (IOException e) {
                // whoever sent it went away
            } finally {
                lines.remove(line);
            }
        }
    }

    private void serve(Line line, RequestReader requests) throws IOException {
        Optional<Received> request = requests.next();
        while (request.isPresent()) {
            receiver.receive(request.get(), line);
            if (line.isClosed() || isLast(request.get())) {
                return;
            }
            request = requests.next();
        }
    }

    private static boolean isLast(Received request) {
        return request.unusable().isPresent()
                || request.header("connection")
                        .filter("close"::equalsIgnoreCase)
                        .isPresent();
    }

    /** All connections die, nobody listens for a while, and then somebody listens on the same port again. */
    public void restart(Line here, Duration away) {
        stopListening();
        lines.forEach(Line::reset);
        if (here.pause(away)) {
            listen(port);
        }
    }

    private synchronized void stopListening() {
        try {
            listening.close();
        } catch (IOException e) {
            // then nobody listens
        }
    }

    @Override
    public void close() {
        closing.countDown();
        stopListening();
        lines.forEach(Line::close);
        threads.forEach(Thread::interrupt); // some wait for something else than a socket
        long until = System.nanoTime() + GRACE.toNanos();
        while (others().findFirst().isPresent() && System.nanoTime() < until) {
            others().forEach(thread -> join(thread, until)); // one that accepts may just have started another
        }
    }

    private Stream<Thread> others() {
        return threads.stream().filter(thread -> thread != Thread.currentThread());
    }

    private static void join(Thread thread, long until) {
        try {
            thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
