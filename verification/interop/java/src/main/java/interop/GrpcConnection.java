package interop;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A channel in the name of one caller: each of its calls brings a token, and has a name of its own. */
final class GrpcConnection implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
    private static final Metadata.Key<String> INVOCATION = key("jobport-invocation-id");

    /** An AWS SDK sends a call again whose answer is lost; grpc-java has to be told to. */
    private static final Map<String, ?> SEND_AGAIN = Map.of(
            "methodConfig",
            List.of(Map.of(
                    "name",
                    List.of(Map.of()), // all methods
                    "retryPolicy",
                    Map.of(
                            "maxAttempts",
                            3.0,
                            "initialBackoff",
                            "0.1s",
                            "maxBackoff",
                            "1s",
                            "backoffMultiplier",
                            2.0,
                            "retryableStatusCodes",
                            List.of("UNAVAILABLE")))));

    private final ManagedChannel channel;

    /** @param token none if it is empty */
    GrpcConnection(String endpoint, String token) {
        String server = URI.create(endpoint).getAuthority();
        this.channel = Grpc.newChannelBuilder(server, InsecureChannelCredentials.create())
                .defaultServiceConfig(SEND_AGAIN)
                .intercept(headers(token))
                .build();
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /** They are the same each time that a call is sent. */
    private static ClientInterceptor headers(String token) {
        return new ClientInterceptor() {
            @Override
            public <Q, A> ClientCall<Q, A> interceptCall(
                    MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
                Metadata headers = new Metadata();
                if (!token.isEmpty()) {
                    headers.put(AUTHORIZATION, "Bearer " + token);
                }
                headers.put(INVOCATION, UUID.randomUUID().toString());
                return MetadataUtils.newAttachHeadersInterceptor(headers).interceptCall(method, options, next);
            }
        };
    }

    Channel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** What the server says that the error is; the status if it does not say. */
    static String refusal(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (StatusRuntimeException e) {
            return StatusProto.fromThrowable(e).getDetailsList().stream()
                    .filter(detail -> detail.is(ErrorInfo.class))
                    .map(detail -> "reason:" + reason(detail))
                    .findFirst()
                    .orElse(e.getStatus().toString());
        }
    }

    private static String reason(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
