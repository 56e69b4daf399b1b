package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.Tls;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.domain.Account;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and a server whose certificate comes from an authority that Java does not know. */
class TlsCommandsTest extends WithFakeControlApi {

    @TempDir
    Path directory;

    private Server tls;

    @BeforeEach
    void start() throws Exception {
        Path key = Files.copy(Path.of(file("server.key")), directory.resolve("server.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        tls = Server.start(new Settings(
                "memory",
                Optional.empty(),
                Optional.empty(),
                Duration.ofDays(1),
                Optional.empty(),
                List.of(new Account("000000000000", "us-east-1")),
                new HttpSettings(
                        "127.0.0.1", 0, Limits.DEFAULTS, Optional.of(new Tls(Path.of(file("server.pem")), key))),
                List.of()));
    }

    @AfterEach
    void close() {
        tls.close();
    }

    @Test
    void a_certificate_of_a_named_authority_is_taken() throws Exception {
        assertThat(run("client", "list", "--endpoint", tls.uri().toString(), "--ca", file("ca.pem")))
                .isZero();

        assertThat(out.toString().lines()).containsExactly("CLIENT ID");
    }

    @Test
    void other_authorities_than_the_named_ones_are_not_trusted() throws Exception {
        String endpoint = tls.uri().toString();
        assertThat(run("client", "list", "--endpoint", endpoint)).isEqualTo(1);
        assertThat(run("client", "list", "--endpoint", endpoint, "--ca", file("other-ca.pem")))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "jobport client list: no answer from " + endpoint + ": its certificate comes from an authority"
                                + " that Java does not know; name the authority's certificate with --ca FILE or"
                                + " JOBPORT_CA",
                        "jobport client list: no answer from " + endpoint + ": its certificate comes from none of the"
                                + " authorities in " + file("other-ca.pem"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void https_to_a_plain_server_is_told_with_what_to_write() {
        try (Server plain = Server.start(new Settings("127.0.0.1", 0, "memory"))) {
            String endpoint = plain.uri().toString();
            assertThat(run("client", "list", "--endpoint", endpoint.replace("http:", "https:")))
                    .isEqualTo(1);

            assertThat(err.toString().lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .endsWith(": it does not speak TLS; write " + endpoint);
        }
    }

    @Test
    void plain_http_to_a_server_with_tls_is_told_with_what_to_write() {
        String endpoint = tls.uri().toString();
        assertThat(run("client", "list", "--endpoint", endpoint.replace("https:", "http:")))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .hasSize(1)
                .first()
                .asString()
                .endsWith(": it does not speak plain HTTP; with TLS, write " + endpoint);
    }

    @Test
    void a_file_of_no_use_is_told_in_one_line() throws IOException {
        Path missing = directory.resolve("missing.pem");
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        Path broken = Files.writeString(directory.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nnone\n");
        for (Path file : List.of(missing, empty, broken)) {
            assertThat(jobport("client", "list", "--ca", file.toString())).isEqualTo(1);
        }

        assertThat(err.toString().lines())
                .containsExactly(
                        "jobport client list: cannot read " + missing + ": no such file",
                        "jobport client list: " + empty + " holds no certificate in PEM",
                        "jobport client list: " + broken + " holds no certificate in PEM");
        assertThat(server.requests).isEmpty();
    }

    private static String file(String name) throws URISyntaxException {
        return Path.of(TlsCommandsTest.class.getResource("tls/" + name).toURI()).toString();
    }
}
