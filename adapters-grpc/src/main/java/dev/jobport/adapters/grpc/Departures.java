package dev.jobport.adapters.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Gives up on peers that do not take an answer in time: it would stay in memory for as long as they like. */
final class Departures implements ServerInterceptor {

    private final ScheduledExecutorService alarm;
    private final Duration patience;
    private final Connections connections;

    Departures(ScheduledExecutorService alarm, Duration patience, Connections connections) {
        this.alarm = alarm;
        this.patience = patience;
        this.connections = connections;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Departure departure = new Departure(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
        ServerCall<Q, A> watched = new SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                super.close(status, trailers);
                departure.begin();
            }
        };
        return new SimpleForwardingServerCallListener<>(next.startCall(watched, headers)) {
            @Override
            public void onComplete() {
                departure.end();
                super.onComplete();
            }

            @Override
            public void onCancel() {
                departure.end();
                super.onCancel();
            }
        };
    }

    /** From the last that is said until it has been sent. */
    private final class Departure {

        private final SocketAddress peer;
        private Future<?> giveUp;
        private boolean over;

        Departure(SocketAddress peer) {
            this.peer = peer;
        }

        synchronized void begin() {
            if (!over && giveUp == null) {
                giveUp = alarm.schedule(() -> connections.cut(peer), patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        synchronized void end() {
            over = true;
            if (giveUp != null) {
                giveUp.cancel(false);
            }
        }
    }
}
