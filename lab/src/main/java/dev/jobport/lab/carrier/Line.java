package dev.jobport.lab.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The way back to who sent a request, and what can be done to it. */
public final class Line implements AutoCloseable {

    private final Socket socket;
    private final CountDownLatch closing;

    Line(Socket socket, CountDownLatch closing) {
        this.socket = socket;
        this.closing = closing;
    }

    /** @return whether they went out; nobody knows whether they arrived */
    public boolean send(byte[] bytes) {
        return send(bytes, bytes.length);
    }

    /** Sends only the first of the bytes. */
    public boolean send(byte[] bytes, int count) {
        try {
            socket.getOutputStream().write(bytes, 0, count);
            return true;
        } catch (IOException e) {
            close(); // the other side has gone, or the carrier closes
            return false;
        }
    }

    /** Sends the first of the bytes one by one, the last of them when so much time has passed. */
    public boolean trickle(byte[] bytes, int count, Duration during) {
        Duration each = during.dividedBy(Math.max(1, count));
        for (int i = 0; i < count; i++) {
            if (!pause(each) || !send(new byte[] {bytes[i]})) {
                return false;
            }
        }
        return true;
    }

    /** @return false if the carrier closes meanwhile */
    public boolean pause(Duration time) {
        try {
            return !closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Until the other side has gone, or the carrier closes. */
    public void awaitGone() {
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // whatever still comes is not heard
            }
        } catch (IOException e) {
            // gone
        }
        close();
    }

    /** Ends the connection in the middle: the other side is told that it was reset. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
        close();
    }

    /** Ends the connection in good order. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // then it is closed
        }
    }

    boolean isClosed() {
        return socket.isClosed();
    }
}
