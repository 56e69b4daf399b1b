package dev.jobport.adapters.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives up on requests that do not arrive in time, or for which there is no room: a client may not hold what it has begun
 * to send for ever.
 */
final class Arrivals implements ServerInterceptor {

    private final ScheduledExecutorService alarm;
    private final Duration patience;

    Arrivals(ScheduledExecutorService alarm, Duration patience) {
        this.alarm = alarm;
        this.patience = patience;
    }

    /** A request did not arrive in time. */
    static final class CutOff extends RuntimeException {
        CutOff() {
            super("The request did not arrive in time.", null, false, false); // an answer, not a crash
        }
    }

    /** So much is in memory already that there is no room for the request. */
    static final class NoRoom extends RuntimeException {
        NoRoom() {
            super("The server has too much to do; come again.", null, false, false); // an answer, not a crash
        }
    }

    private static void giveUp(ServerCall<?, ?> call, AtomicBoolean over, RuntimeException why) {
        if (over.compareAndSet(false, true)) {
            StatusRuntimeException told = Refusals.told(why);
            call.close(told.getStatus(), told.getTrailers());
        }
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        AtomicBoolean over = new AtomicBoolean();
        InFlight.current().whenFull(() -> alarm.execute(() -> giveUp(call, over, new NoRoom())));
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        Future<?> giveUp =
                alarm.schedule(() -> giveUp(call, over, new CutOff()), patience.toMillis(), TimeUnit.MILLISECONDS);
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onHalfClose() {
                giveUp.cancel(false);
                if (over.compareAndSet(false, true)) { // not both it and the alarm
                    super.onHalfClose();
                }
            }

            @Override
            public void onComplete() {
                giveUp.cancel(false);
                super.onComplete();
            }

            @Override
            public void onCancel() {
                giveUp.cancel(false);
                super.onCancel();
            }
        };
    }
}
