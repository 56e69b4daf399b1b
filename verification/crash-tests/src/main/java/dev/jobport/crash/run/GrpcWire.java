package dev.jobport.crash.run;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request;
import dev.jobport.crash.history.Request.Command;
import dev.jobport.crash.history.Request.Create;
import dev.jobport.crash.history.Request.OfActionType;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import java.net.ConnectException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * gRPC, through the client that is generated from the {@code .proto} files. Only what gRPC does not offer, the
 * registering of third-party action types, goes over HTTP.
 */
final class GrpcWire implements Wire {

    private static final Metadata.Key<String> INVOCATION =
            Metadata.Key.of("jobport-invocation-id", Metadata.ASCII_STRING_MARSHALLER);

    /** After these a call may have been carried out or not. */
    private static final Set<Status.Code> TELL_NOTHING = Set.of(
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.INTERNAL,
            Status.Code.UNKNOWN);

    private final Map<URI, ManagedChannel> channels = new ConcurrentHashMap<>();
    private final HttpWire http;
    private final String clientId;
    private final String clientToken;

    GrpcWire(HttpWire http, String clientId, String clientToken) {
        this.http = http;
        this.clientId = clientId;
        this.clientToken = clientToken;
    }

    @Override
    public Optional<Answer> send(ServerProcess server, Request request) throws InterruptedException {
        if (request instanceof Create create && create.family() == Family.ThirdParty) {
            return http.send(server, request);
        }
        try {
            return Optional.of(answer(channel(server.grpc(), request), request));
        } catch (StatusRuntimeException e) {
            return e.getCause() instanceof ConnectException ? Optional.empty() : Optional.of(refused(e));
        }
    }

    private Channel channel(URI server, Request request) {
        Channel channel = channels.computeIfAbsent(server, GrpcWire::connect);
        Metadata headers = new Metadata();
        if (request instanceof Command command) {
            command.invocation().ifPresent(id -> headers.put(INVOCATION, id));
        }
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static ManagedChannel connect(URI server) {
        return Grpc.newChannelBuilder(server.getAuthority(), InsecureChannelCredentials.create())
                .disableRetry()
                .build();
    }

    private Answer answer(Channel channel, Request request) {
        if (request instanceof OfActionType ofActionType) {
            return new GrpcActionTypes(channel).answer(ofActionType);
        }
        return new GrpcJobs(channel, clientId, clientToken).answer(request);
    }

    private static Answer refused(StatusRuntimeException e) {
        return TELL_NOTHING.contains(e.getStatus().getCode())
                ? new Answer.Unknown()
                : new Answer.Refused(reason(e) + "Exception");
    }

    private static String reason(StatusRuntimeException e) {
        try {
            for (Any detail : StatusProto.fromThrowable(e).getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    return detail.unpack(ErrorInfo.class).getReason();
                }
            }
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
        throw new IllegalStateException("a refusal without a name", e);
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }
}
