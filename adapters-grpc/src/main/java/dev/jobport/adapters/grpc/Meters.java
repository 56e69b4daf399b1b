package dev.jobport.adapters.grpc;

import com.google.rpc.ErrorInfo;
import dev.jobport.adapters.grpc.generated.PipelinesGrpc;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Counts calls where HTTP's requests are counted, in the same words, so that one alert watches both. Streams are not
 * timed: they take as long as their peers like.
 */
final class Meters implements ServerInterceptor {

    private static final Set<String> CONTROL = Set.of(PipelinesGrpc.SERVICE_NAME);
    private static final String OURS = "jobport.";

    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        long began = System.nanoTime();
        return next.startCall(
                new SimpleForwardingServerCall<>(call) {
                    @Override
                    public void close(Status status, Metadata trailers) {
                        super.close(status, trailers);
                        count(call, reason(status, trailers), System.nanoTime() - began);
                    }
                },
                headers);
    }

    private void count(ServerCall<?, ?> call, String reason, long nanos) {
        String service = call.getMethodDescriptor().getServiceName();
        if (CONTROL.contains(service)) {
            countProblem(reason);
        } else if (service.startsWith(OURS) && call.getMethodDescriptor().getType() == MethodType.UNARY) {
            Timer.builder("jobport.requests")
                    .tags("operation", call.getMethodDescriptor().getBareMethodName(), "outcome", outcome(reason))
                    .register(registry)
                    .record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void countProblem(String reason) {
        if (!reason.isEmpty()) {
            Counter.builder("jobport.control.problems")
                    .tag("kind", reason.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                    .register(registry)
                    .increment();
        }
    }

    private static String outcome(String reason) {
        return switch (reason) {
            case "" -> "ok";
            case Refusals.INTERNAL_FAILURE -> "500";
            default -> reason + "Exception";
        };
    }

    /** Empty if all went well. */
    private static String reason(Status status, Metadata trailers) {
        if (status.isOk()) {
            return "";
        }
        return StatusProto.fromStatusAndTrailers(status, trailers).getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(Meters::reason)
                .findFirst()
                .orElse(Refusals.INTERNAL_FAILURE);
    }

    private static String reason(com.google.protobuf.Any detail) {
        try {
            return detail.unpack(ErrorInfo.class).getReason();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was packed here cannot be unpacked", e);
        }
    }
}
