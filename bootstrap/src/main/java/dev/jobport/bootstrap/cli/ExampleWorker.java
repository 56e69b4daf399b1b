package dev.jobport.bootstrap.cli;

import dev.jobport.cli.CommandFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The example worker as a process of its own, so that it can share nothing with the server but the protocol. */
final class ExampleWorker implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 10;

    private final Process process;

    private ExampleWorker(Process process) {
        this.process = process;
    }

    /**
     * Starts it with the Java that runs here.
     *
     * @param folder where its jar is, and those that it needs, in lib
     * @param clientTokens the worker's own records; absent for a custom action, which has no clients
     * @param lines told each line that the worker prints
     */
    static ExampleWorker start(
            Path folder, String endpoint, String actionType, Optional<Path> clientTokens, Consumer<String> lines) {
        Path jar = folder.resolve("jobport-example-worker.jar");
        if (!Files.isReadable(jar)) {
            throw new CommandFailed("the example worker is not built: there is no " + jar);
        }
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jar + System.getProperty("path.separator") + folder.resolve("lib") + "/*",
                        "example.worker.Main",
                        actionType)
                .redirectErrorStream(true);
        clientTokens.ifPresent(file -> command.command().add(file.toString()));
        command.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", endpoint,
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "demo",
                        "AWS_SECRET_ACCESS_KEY", "demo"));
        try {
            Process process = command.start();
            new Thread(() -> tell(process, lines), "worker's lines").start();
            return new ExampleWorker(process);
        } catch (IOException e) {
            throw new CommandFailed("cannot start the example worker: " + e.getMessage());
        }
    }

    private static void tell(Process process, Consumer<String> lines) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines);
        } catch (IOException | UncheckedIOException e) {
            lines.accept("(no more lines: " + e.getMessage() + ")");
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop, and makes it if it does not. */
    @Override
    public void close() {
        process.toHandle().destroy(); // unlike the process's own, lets its last lines be read
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
