package dev.jobport.adapters.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.Refusal;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.net.URI;
import java.util.function.Function;

/** A channel to a server, and its errors as refusals. What tests of this module and of the whole server share. */
public final class GrpcClient implements AutoCloseable {

    private final ManagedChannel channel;
    private final Function<Caller, String> tokens;

    /** @param tokens tells the token of a caller */
    public GrpcClient(URI server, Function<Caller, String> tokens) {
        this.channel = Grpc.newChannelBuilder(server.getAuthority(), InsecureChannelCredentials.create())
                .build();
        this.tokens = tokens;
    }

    public ThirdPartyJobWorkers thirdParty() {
        return new GrpcJobWorkers(this);
    }

    public CustomJobWorkers custom() {
        return new GrpcJobWorkers(this);
    }

    public ActionTypes actionTypes() {
        return new GrpcActionTypes(this);
    }

    /** In the name of {@link Caller#anyone} of the account, whose token has to have control rights. */
    public Pipelines pipelines() {
        return new GrpcPipelines(this);
    }

    ManagedChannel channel() {
        return channel;
    }

    /** The headers of a call in the name of this caller. */
    Metadata headers(Caller caller) {
        Metadata headers = new Metadata();
        headers.put(Door.AUTHORIZATION, "Bearer " + tokens.apply(caller));
        headers.put(Door.REGION, caller.account().region());
        caller.invocation().ifPresent(invocation -> headers.put(Door.INVOCATION, invocation.id()));
        return headers;
    }

    /** Asks in the name of this caller. */
    <S extends AbstractStub<S>, A> A ask(Caller caller, S stub, Function<S, A> question) {
        try {
            return question.apply(stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(caller))));
        } catch (StatusRuntimeException e) {
            throw Refusal.told(reason(e), e.getStatus().getDescription()).orElseThrow(() -> e);
        }
    }

    /** What the server says that the error is; empty if it does not say. */
    static String reason(StatusRuntimeException error) {
        for (Any detail : StatusProto.fromThrowable(error).getDetailsList()) {
            if (detail.is(ErrorInfo.class)) {
                try {
                    return detail.unpack(ErrorInfo.class).getReason();
                } catch (InvalidProtocolBufferException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return "";
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
