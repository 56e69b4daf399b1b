package dev.jobport.adapters.grpc;

import dev.jobport.adapters.identity.Room;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts one call, and its bytes while they are in memory: of its request as they arrive, and of its answer until it is
 * taken.
 */
final class InFlight extends ServerStreamTracer {

    private static final Context.Key<InFlight> OF_THE_CALL = Context.key("in flight");

    /** What a byte of a message counts for. Once read it takes more of the heap: some 26 bytes, if it has many small parts. */
    private static final int WEIGHT = 4;

    /** What a stranger may send: more than the name of a service takes. */
    private static final int STRANGERS_BYTES = 1024;

    private final Factory all;
    private final Room.Share share;
    private boolean answersOnce;
    private boolean counted;
    private boolean closed;
    private boolean full;
    private boolean ofStranger;
    private long arrived;
    private Runnable whenFull = () -> {};
    private Runnable whenClosed = () -> {};

    private InFlight(Factory all) {
        this.all = all;
        this.share = all.room.new Share();
    }

    /** Makes one for each call. */
    static final class Factory extends ServerStreamTracer.Factory {

        private final Room room;
        private final int mostCalls;
        private final AtomicInteger calls = new AtomicInteger();

        /** @param mostCalls that may be open; each takes some KB of the heap, whoever sends it */
        Factory(Room room, int mostCalls) {
            this.room = room;
            this.mostCalls = mostCalls;
        }

        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            return new InFlight(this);
        }
    }

    /** So many calls are open that the server does not even look at this one. */
    private static final class TooManyCalls extends RuntimeException {
        TooManyCalls() {
            super("too many calls are open", null, false, false); // no crash
        }
    }

    /** A room in which there is one message of this size, whatever is kept for small ones. */
    static long ofOne(int messageBytes) {
        return 3L * WEIGHT * messageBytes / 2;
    }

    /** Of the call that is being let in. */
    static InFlight current() {
        return OF_THE_CALL.get();
    }

    /** @param action runs once, when what arrives finds no room, on a thread of the network */
    synchronized void whenFull(Runnable action) {
        whenFull = action;
        if (full) {
            action.run();
        }
    }

    /** Whether what arrived found no room. */
    synchronized boolean isFull() {
        return full;
    }

    /**
     * Lets the call in as one of a stranger's.
     *
     * @param connection that it came by
     * @return whether there is a place for it among those of strangers
     */
    synchronized boolean enter(Strangers strangers, SocketAddress connection) {
        if (closed) {
            return true; // there is nobody to refuse
        }
        if (!strangers.enter(connection)) {
            return false;
        }
        whenClosed = () -> strangers.leave(connection);
        ofStranger = true;
        share.end(); // its message may have come before it was known to be a stranger's
        refuseIfFull(arrived <= STRANGERS_BYTES);
        return true;
    }

    /**
     * Comes first of all, on a thread of the network. Calls beyond the most are answered that there is no room; beyond twice
     * as many they are broken off, because an answer takes memory too.
     */
    @Override
    public synchronized Context filterContext(Context context) {
        int calls = all.calls.incrementAndGet();
        if (calls > 2 * all.mostCalls) {
            all.calls.decrementAndGet();
            throw new TooManyCalls();
        }
        counted = true;
        full = calls > all.mostCalls;
        return context.withValue(OF_THE_CALL, this);
    }

    @Override
    public void serverCallStarted(ServerCallInfo<?, ?> call) {
        answersOnce = call.getMethodDescriptor().getType() == MethodType.UNARY;
    }

    @Override
    public synchronized void inboundWireSize(long bytes) {
        arrived += bytes;
        refuseIfFull(full || takes(bytes));
    }

    private void refuseIfFull(boolean hasRoom) {
        if (!hasRoom) {
            full = true;
            whenFull.run();
        }
    }

    /** Strangers have no part in the room: they could keep those out who are known. */
    private boolean takes(long bytes) {
        return ofStranger ? arrived <= STRANGERS_BYTES : share.take((int) bytes * WEIGHT);
    }

    /** Nobody is refused an answer for it; but while answers fill the room no new request is let in. */
    @Override
    public void outboundWireSize(long bytes) {
        if (answersOnce) {
            share.take((int) bytes);
        }
    }

    @Override
    public synchronized void streamClosed(Status status) {
        share.end();
        if (counted && !closed) {
            all.calls.decrementAndGet();
        }
        closed = true;
        whenClosed.run();
        whenClosed = () -> {};
    }
}
