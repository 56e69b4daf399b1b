package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.PipelinesGrpc;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.SentRequest;
import dev.jobport.adapters.identity.Throttle;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.job.Invocation;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.health.v1.HealthGrpc;
import java.util.Optional;
import java.util.Set;

/** Lets a call in once it is known who calls, before anything but its headers is read. */
final class Door implements ServerInterceptor {

    static final Metadata.Key<String> AUTHORIZATION = key("authorization");
    static final Metadata.Key<String> REGION = key("jobport-region");
    static final Metadata.Key<String> INVOCATION = key("jobport-invocation-id");

    /** Anybody may ask how the server is. */
    private static final Set<String> OPEN = Set.of(HealthGrpc.SERVICE_NAME);

    /** Only control rights allow to call these. */
    private static final Set<String> CONTROL = Set.of(PipelinesGrpc.SERVICE_NAME);

    private static final Context.Key<Caller> CALLER = Context.key("caller");

    private final Doorkeeper doorkeeper;
    private final Throttle throttle;
    private final Strangers strangers;

    Door(Doorkeeper doorkeeper, Throttle throttle, Strangers strangers) {
        this.doorkeeper = doorkeeper;
        this.throttle = throttle;
        this.strangers = strangers;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /** Who makes the call that is being served. */
    static Caller caller() {
        return CALLER.get();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String service = call.getMethodDescriptor().getServiceName();
        if (OPEN.contains(service)) {
            if (!InFlight.current().enter(strangers, call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR))) {
                throw Arrivals.noRoom();
            }
            return next.startCall(call, headers);
        }
        SentRequest request = RequestRecord.of(call, headers);
        Caller caller = doorkeeper.identifyByToken(request, Optional.ofNullable(headers.get(REGION)));
        if (CONTROL.contains(service)) {
            doorkeeper.requireControl(request, caller);
        }
        if (!throttle.admits(caller.name())) {
            throw new Throttling();
        }
        Context context = Context.current().withValue(CALLER, caller.in(invocation(headers)));
        return Contexts.interceptCall(context, call, headers, next);
    }

    /** A name of another form counts as none. */
    private static Optional<Invocation> invocation(Metadata headers) {
        return Optional.ofNullable(headers.get(INVOCATION))
                .filter(Invocation.ID::accepts)
                .map(Invocation::new);
    }

    /** A caller asks more often than it may. */
    static final class Throttling extends RuntimeException {
        Throttling() {
            super("Rate exceeded", null, false, false); // an answer, not a crash
        }
    }
}
