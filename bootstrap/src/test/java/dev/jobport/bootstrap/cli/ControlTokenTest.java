package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.cli.CommandFailed;
import dev.jobport.cli.ControlClient;
import dev.jobport.domain.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks for a control token is told as what it wants. */
class ControlTokenTest {

    @Test
    void a_missing_and_a_wrong_token_are_told_with_the_remedy(@TempDir Path directory) throws Exception {
        Path credentials = Files.writeString(
                directory.resolve("credentials.json"), "{\"keys\":[],\"controlTokens\":[\"open-sesame-open-sesame\"]}");
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
        try (Server server = Server.start(new Settings(
                "memory",
                Optional.empty(),
                Optional.empty(),
                Duration.ofDays(1),
                Optional.of(credentials),
                List.of(new Account("000000000000", "us-east-1")),
                HttpSettings.on("127.0.0.1", 0),
                List.of()))) {
            client(server, Optional.of("open-sesame-open-sesame")).get("/clients");
            assertThatThrownBy(() -> client(server, Optional.empty()).get("/clients"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessage("the server asks for a control token: set JOBPORT_TOKEN to one of the server's control"
                            + " tokens");
            assertThatThrownBy(() -> client(server, Optional.of("wrong-wrong-wrong-wrong"))
                            .get("/clients"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessage("the server does not know the token in JOBPORT_TOKEN: set it to one of the server's"
                            + " control tokens");
        }
    }

    private static ControlClient client(Server server, Optional<String> token) {
        return new ControlClient(server.uri().toString(), token, Optional.empty(), Optional.empty());
    }
}
