package dev.jobport.adapters.grpc;

import dev.jobport.adapters.identity.Room;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;

/** Counts the bytes of one call while they are in memory: of its request as they arrive, and of its answer until it is taken. */
final class InFlight extends ServerStreamTracer {

    private static final Context.Key<InFlight> OF_THE_CALL = Context.key("in flight");

    /** What is made of a byte of a message takes more of the heap, of many small parts some 26 times as much. */
    private static final int WEIGHT = 4;

    private final Room.Share share;
    private boolean answersOnce;
    private boolean full;
    private Runnable whenFull = () -> {};

    private InFlight(Room room) {
        this.share = room.new Share();
    }

    /** Makes one for each call. */
    static final class Factory extends ServerStreamTracer.Factory {

        private final Room room;

        Factory(Room room) {
            this.room = room;
        }

        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            return new InFlight(room);
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

    @Override
    public Context filterContext(Context context) {
        return context.withValue(OF_THE_CALL, this);
    }

    @Override
    public void serverCallStarted(ServerCallInfo<?, ?> call) {
        answersOnce = call.getMethodDescriptor().getType() == MethodType.UNARY;
    }

    @Override
    public synchronized void inboundWireSize(long bytes) {
        if (!full && !share.take((int) bytes * WEIGHT)) {
            full = true;
            whenFull.run();
        }
    }

    /** Nobody is refused an answer for it; but while answers fill the room no new request is let in. */
    @Override
    public void outboundWireSize(long bytes) {
        if (answersOnce) {
            share.take((int) bytes);
        }
    }

    @Override
    public void streamClosed(Status status) {
        share.end();
    }
}
