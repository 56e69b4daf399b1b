package dev.jobport.benchmarks.load;

import io.grpc.HandlerRegistry;
import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;

/** What no server on the same libraries can outdo here: gRPC with a handler that answers an empty message. */
final class GrpcCeiling implements AutoCloseable {

    private final Server server;

    GrpcCeiling() {
        try {
            server = NettyServerBuilder.forAddress(
                            new InetSocketAddress("127.0.0.1", 0), InsecureServerCredentials.create())
                    .fallbackHandlerRegistry(new Anything())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Target target(Family family) {
        URI there = URI.create("http://127.0.0.1:" + server.getPort());
        return Target.emptyAt(there, family).overGrpc(there);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Anything extends HandlerRegistry {

        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, String authority) {
            Bytes bytes = new Bytes();
            return ServerMethodDefinition.create(
                    MethodDescriptor.newBuilder(bytes, bytes)
                            .setFullMethodName(name)
                            .setType(MethodType.UNARY)
                            .build(),
                    ServerCalls.asyncUnaryCall((byte[] in, io.grpc.stub.StreamObserver<byte[]> to) -> {
                        to.onNext(new byte[0]);
                        to.onCompleted();
                    }));
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream in) {
            try {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
