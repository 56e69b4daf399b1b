package dev.jobport.adapters.grpc;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A known caller's call whose request is never sent. */
final class BegunCall {

    private BegunCall() {}

    /** How the server ends it. */
    static <Q, A> Status.Code end(GrpcWorld world, MethodDescriptor<Q, A> method) throws Exception {
        CompletableFuture<Status> end = new CompletableFuture<>();
        ClientCall<Q, A> call = world.client().channel().newCall(method, CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        end.complete(status);
                    }
                },
                world.client().headers(world.caller()));
        return end.get(10, TimeUnit.SECONDS).getCode();
    }
}
