package dev.jobport.adapters.grpc;

import dev.jobport.adapters.identity.SentBody;
import dev.jobport.adapters.identity.SentHeaders;
import dev.jobport.adapters.identity.SentRequest;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The one place where a call becomes the record of it that knows no gRPC. It has no body yet: tokens sign none. */
final class RequestRecord {

    private static final SentBody NOTHING = SentBody.of(new byte[0]);

    private RequestRecord() {}

    static SentRequest of(ServerCall<?, ?> call, Metadata headers) {
        return new SentRequest(
                "POST",
                "/" + call.getMethodDescriptor().getFullMethodName(),
                "",
                SentHeaders.of(each -> headers.keys().stream()
                        .filter(name -> !name.endsWith(Metadata.BINARY_HEADER_SUFFIX))
                        .forEach(name -> headers.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER))
                                .forEach(value -> each.accept(name, value)))),
                Optional.ofNullable(call.getAuthority()).orElse(""),
                NOTHING,
                call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress peer
                        ? SentRequest.sourceOf(peer.getAddress().getAddress())
                        : "");
    }
}
