package dev.jobport.verify.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.cli.CommandFailed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashSceneTest {

    private final StringWriter told = new StringWriter();
    private final Teller teller = new Teller(new PrintWriter(told), () -> {});

    @TempDir
    Path folder;

    @Test
    void a_server_that_was_killed_twice_knows_that_the_action_succeeded() {
        Path store = folder.resolve("jobport.db");

        String action = CrashScene.play(store, teller);

        try (ServerProcess server = ServerProcess.start(store)) {
            Control control = new Control();
            control.moveTo(server.endpoint());
            assertThat(control.status(action)).isEqualTo("Succeeded");
        }
        assertThat(told.toString().lines().filter(line -> line.contains("is killed with SIGKILL")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("exit code 137)"));
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void a_server_that_cannot_start_says_why() {
        try (ServerProcess server =
                ServerProcess.start(folder.resolve("missing").resolve("jobport.db"))) {
            assertThatThrownBy(server::endpoint)
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("the server did not start: ")
                    .hasMessageContaining("missing");
        }
    }
}
