package dev.jobport.bootstrap.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import picocli.CommandLine;

/** Commands that ask a control API whose answers are written down beforehand, and what they print. */
abstract class WithFakeControlApi {

    final FakeControlApi server = new FakeControlApi();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    int jobport(String... args) {
        String[] withEndpoint = new String[args.length + 2];
        System.arraycopy(args, 0, withEndpoint, 0, args.length);
        withEndpoint[args.length] = "--endpoint";
        withEndpoint[args.length + 1] = server.endpoint();
        return run(withEndpoint);
    }

    int run(String... args) {
        CommandLine command = Main.commandLine(args);
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
