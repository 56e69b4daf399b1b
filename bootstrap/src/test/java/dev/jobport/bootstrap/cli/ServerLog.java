package dev.jobport.bootstrap.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where servers in processes of their own log: beside what the tests print, so that a good run is quiet. */
final class ServerLog {

    private ServerLog() {}

    static Redirect of(Class<?> test) {
        try {
            Path reports = Files.createDirectories(Path.of("target", "surefire-reports"));
            return Redirect.appendTo(
                    reports.resolve(test.getName() + "-servers.txt").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
