package dev.jobport.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, started by the launcher as anybody would. */
final class Launched implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final URI uri;

    private Launched(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /**
     * @param options for its JVM, separated by blanks
     * @param log where its log goes
     */
    static Launched start(String store, String options, Redirect log) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("jobport.home", "."), "jobport").toString(), "serve"));
        command.addAll(List.of("--listen", "127.0.0.1:" + port, "--store", store));
        ProcessBuilder launcher =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(log);
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        launcher.environment().put("JOBPORT_JAVA_OPTS", options);
        return new Launched(launcher.start(), URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void awaitAnswer() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the server does not start");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private boolean answers() {
        Target target = Target.at(uri, Family.ThirdParty);
        List<Answer> answers = new ArrayList<>();
        try {
            LoadGenerator.run(target.address(), List.of(new Conversation() {
                @Override
                public byte[] next() {
                    return answers.isEmpty() ? target.requests().control("GET", "/action-types", "") : null;
                }

                @Override
                public void answered(Answer answer, long nanos) {
                    answers.add(answer);
                }
            }));
        } catch (UncheckedIOException notYet) {
            return false;
        }
        return answers.get(0).status() == 200;
    }

    URI uri() {
        return uri;
    }

    long pid() {
        return process.pid();
    }

    /** In MiB. */
    long memory(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
