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

/** Gives up on requests that do not arrive in time: a client may not hold what it has begun to send for ever. */
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

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        if (!call.getMethodDescriptor().getType().clientSendsOneMessage()) {
            return listener;
        }
        AtomicBoolean over = new AtomicBoolean();
        Future<?> giveUp = alarm.schedule(
                () -> {
                    if (over.compareAndSet(false, true)) {
                        StatusRuntimeException told = Refusals.told(new CutOff());
                        call.close(told.getStatus(), told.getTrailers());
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onHalfClose() {
                giveUp.cancel(false);
                if (over.compareAndSet(false, true)) { // not both it and the alarm
                    super.onHalfClose();
                }
            }

            @Override
            public void onCancel() {
                giveUp.cancel(false);
                super.onCancel();
            }
        };
    }
}
