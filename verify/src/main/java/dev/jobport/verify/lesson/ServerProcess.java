package dev.jobport.verify.lesson;

import dev.jobport.cli.CommandFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A real server as a child of this process, with the Java and the class path that run here. It ends with this one. */
final class ServerProcess implements AutoCloseable {

    private static final String PROGRAM = "dev.jobport.bootstrap.cli.Main";
    private static final Pattern READY = Pattern.compile("Jobport ready on (http://\\S+) .*");
    private static final int SECONDS_TO_START = 60;
    private static final int FEW_LINES = 3;

    private final Process process;
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Thread atExit;

    private ServerProcess(Process process) {
        this.process = process;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
        Thread reader = new Thread(this::read, "server's lines");
        reader.setDaemon(true);
        reader.start();
    }

    /** @throws CommandFailed if there is no server to start; of one that does not come up, {@link #endpoint} tells */
    static ServerProcess start(Path store) {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PROGRAM,
                        "serve",
                        "--listen",
                        "127.0.0.1:0",
                        "--store",
                        "sqlite:" + store,
                        "--log-level",
                        "warn")
                .redirectErrorStream(true);
        command.environment().keySet().removeIf(name -> name.startsWith("JOBPORT_"));
        try {
            return new ServerProcess(command.start());
        } catch (IOException e) {
            throw new CommandFailed("cannot start a server: " + e.getMessage());
        }
    }

    private void read() {
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                said.add(line);
                Matcher match = READY.matcher(line);
                if (match.matches()) {
                    ready.complete(URI.create(match.group(1)));
                }
            });
        } catch (IOException | UncheckedIOException e) {
            said.add(e.getMessage());
        }
        ready.completeExceptionally(new CommandFailed(
                "the server did not start: " + said.stream().limit(FEW_LINES).collect(Collectors.joining(" "))));
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it is ready. */
    URI endpoint() {
        try {
            return ready.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (CommandFailed) e.getCause();
        } catch (TimeoutException e) {
            throw new CommandFailed("the server was not ready after " + SECONDS_TO_START + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    /**
     * By SIGKILL.
     *
     * @return the exit code
     */
    int kill() {
        process.destroyForcibly();
        int code = process.onExit().join().exitValue();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this process is about to end itself
        }
        return code;
    }

    @Override
    public void close() {
        kill();
    }
}
