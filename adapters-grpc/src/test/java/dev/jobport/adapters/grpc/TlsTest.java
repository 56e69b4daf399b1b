package dev.jobport.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.Tls;
import dev.jobport.application.driving.Transport;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The server speaks TLS with the identity in its PEM files, and says in one line what is wrong with them. */
class TlsTest {

    private static Path file(String name) {
        try {
            return Path.of(TlsTest.class.getResource("tls/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static GrpcWorld open(Path certificate, Path key) {
        return new GrpcWorld(new GrpcSettings("127.0.0.1", 0, Limits.DEFAULTS, Optional.of(new Tls(certificate, key))));
    }

    @Test
    void a_client_that_trusts_the_certificate_s_authority_is_served_and_one_without_tls_is_not() throws Exception {
        GrpcWorld world = open(file("ec.pem"), file("ec.key"));
        ManagedChannel channel = Grpc.newChannelBuilder(
                        world.uri().getAuthority(),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(file("ca.pem").toFile())
                                .build())
                .build();
        try {
            assertThat(world.uri().getScheme()).isEqualTo("grpcs");
            assertThat(HealthGrpc.newBlockingStub(channel)
                            .check(HealthCheckRequest.getDefaultInstance())
                            .getStatus())
                    .isEqualTo(ServingStatus.SERVING);
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> HealthGrpc.newBlockingStub(world.client().channel())
                            .check(HealthCheckRequest.getDefaultInstance()));
        } finally {
            channel.shutdownNow();
            world.close();
        }
    }

    @Test
    void files_that_hold_something_else_are_told_by_name() {
        assertThatExceptionOfType(Transport.CannotListen.class)
                .isThrownBy(() -> open(file("ec.key"), file("ec.pem")))
                .withMessageContaining("ec.key")
                .withMessageContaining("ec.pem")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        assertThatExceptionOfType(Transport.CannotListen.class)
                .isThrownBy(() -> open(Path.of("nowhere.pem"), file("ec.key")))
                .withMessageContaining("nowhere.pem");
    }
}
