package dev.jobport.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.identity.Limits;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Messages that are none, and streams that do not end. */
class MalformedTest {

    private final GrpcWorld world = new GrpcWorld(new GrpcSettings(
            "127.0.0.1",
            0,
            new Limits(
                    64 * 1024,
                    1,
                    8 * 1024,
                    8,
                    16,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    0),
            Optional.empty()));

    @AfterEach
    void close() {
        world.close();
    }

    /** Sends and takes whatever bytes there are. */
    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] parse(InputStream in) {
            try {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private StatusRuntimeException refusal(MethodDescriptor<?, ?> method, byte[] message) {
        var channel = ClientInterceptors.intercept(
                world.client().channel(),
                MetadataUtils.newAttachHeadersInterceptor(world.client().headers(world.caller())));
        return catchThrowableOfType(
                StatusRuntimeException.class,
                () -> ClientCalls.blockingUnaryCall(
                        channel, method.toBuilder(BYTES, BYTES).build(), CallOptions.DEFAULT, message));
    }

    /** No UTF-8; a group in a group and so on; a number without an end; a field of number 0; a negative length. */
    @ParameterizedTest
    @ValueSource(strings = {"0a02fffe", "0b0b0b0b0b0b0b", "08ffffffffffffffffffffff", "0000", "0affffffff0f"})
    void a_message_that_cannot_be_read_is_the_senders_fault(String hex) {
        byte[] message = HexFormat.of().parseHex(hex);

        StatusRuntimeException known = refusal(CustomJobWorkersGrpc.getGetJobDetailsMethod(), message);
        StatusRuntimeException stranger = refusal(HealthGrpc.getCheckMethod(), message);

        assertThat(known.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(GrpcClient.reason(known)).isEqualTo("Unreadable");
        assertThat(stranger.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    /** What is sent on it counts until its end, and is taken from others. */
    @Test
    void a_stream_of_questions_ends_in_time_too() throws Exception {
        assertThat(BegunCall.end(world, ServerReflectionGrpc.getServerReflectionInfoMethod()))
                .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }

    @Test
    void what_the_library_logs_goes_where_the_server_logs() {
        Logger library = Logger.getLogger("io.grpc");

        assertThat(library.getUseParentHandlers()).isFalse();
        assertThat(library.getHandlers()).singleElement().isInstanceOf(SLF4JBridgeHandler.class);
    }
}
