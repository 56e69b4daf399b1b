package dev.jobport.crash.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondServerTest {

    @Test
    void a_second_server_on_the_same_file_says_so_and_the_first_goes_on(@TempDir Path directory) throws Exception {
        String store = "sqlite:" + directory.resolve("jobport.db");
        Path log = directory.resolve("second.log");
        ServerProcess first =
                ServerProcess.start(store, directory.resolve("first.log")).orElseThrow();
        try {
            Optional<ServerProcess> second = ServerProcess.start(store, log);

            assertThat(second).isEmpty();
            assertThat(log)
                    .content()
                    .containsOnlyOnce("another server has it open; stop that one or name another file");
            assertThat(new Control(first.http()).isQuiet()).isTrue();
        } finally {
            first.kill();
        }
    }

    @Test
    void a_server_that_was_killed_leaves_the_file_to_the_next(@TempDir Path directory) throws Exception {
        String store = "sqlite:" + directory.resolve("jobport.db");
        Path log = directory.resolve("server.log");
        for (int i = 0; i < 2; i++) {
            ServerProcess.start(store, log).orElseThrow().kill();
        }
    }
}
