package dev.jobport.adapters.grpc;

import dev.jobport.adapters.identity.NotReceived;
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

    /** So much is in memory already that there is no room for the request. */
    static NotReceived.NoRoom noRoom() {
        return new NotReceived.NoRoom("The server has too much to do; come again.");
    }

    private static NotReceived.CutOff cutOff() {
        return new NotReceived.CutOff("The request did not arrive in time.");
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
        InFlight arriving = InFlight.current();
        arriving.whenFull(() -> alarm.execute(() -> giveUp(call, over, noRoom())));
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        Future<?> giveUp =
                alarm.schedule(() -> giveUp(call, over, cutOff()), patience.toMillis(), TimeUnit.MILLISECONDS);
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onHalfClose() {
                giveUp.cancel(false);
                if (arriving.isFull()) { // the alarm may be late
                    giveUp(call, over, noRoom());
                } else if (over.compareAndSet(false, true)) { // not both it and the alarm
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
