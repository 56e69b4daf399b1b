package dev.jobport.benchmarks.load;

import dev.jobport.bootstrap.TemporaryDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the launcher as anybody would: how long until it answers, and how much memory it takes after load. */
@Command(name = "start", description = "Time to the first answer, and memory after load with a small heap.")
public final class StartCommand implements Runnable {

    private static final long PATIENCE_SECONDS = 120;

    @Option(names = "--starts", defaultValue = "15")
    private int starts;

    @Option(
            names = "--heap",
            defaultValue = "-Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
            description = "JVM options for the memory after load.")
    private String heap;

    @Option(names = "--cycles", defaultValue = "20000", description = "The load before the memory is looked at.")
    private int cycles;

    @Override
    public void run() {
        System.out.printf("Java %s%n", Runtime.version());
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            String sqlite = "sqlite:" + directory.file("jobport.db");
            time("memory");
            time(sqlite);
            measureMemory(sqlite);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void time(String store) throws IOException, InterruptedException {
        Latencies firstAnswers = new Latencies();
        for (int i = -2; i < starts; i++) { // the first start may build, the second fills the disk's cache
            long start = System.nanoTime();
            try (Launched server = Launched.start(store, "")) {
                server.awaitAnswer();
                if (i >= 0) {
                    firstAnswers.add(System.nanoTime() - start);
                }
            }
        }
        System.out.printf(
                "%-7s first answer after %.0f ms (median of %d; fastest %.0f, slowest %.0f)%n",
                kind(store),
                firstAnswers.percentile(50),
                starts,
                firstAnswers.percentile(0),
                firstAnswers.percentile(100));
    }

    private void measureMemory(String store) throws IOException, InterruptedException {
        try (Launched server = Launched.start(store, heap)) {
            server.awaitAnswer();
            Target target = Target.at(server.uri, Family.ThirdParty);
            Filling.prepare(target);
            Filling.start(target, cycles);
            new Cycles(cycles).run(target, 64);
            System.out.printf(
                    "%-7s %s after %d cycles: %d MiB resident, at most %d MiB%n",
                    kind(store), heap, cycles, server.memory("VmRSS"), server.memory("VmHWM"));
        }
    }

    private static String kind(String store) {
        return store.startsWith("sqlite") ? "sqlite" : store;
    }

    /** A server in a process of its own. */
    private static final class Launched implements AutoCloseable {

        private final Process process;
        private final URI uri;

        private Launched(Process process, URI uri) {
            this.process = process;
            this.uri = uri;
        }

        static Launched start(String store, String options) throws IOException {
            int port = freePort();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("jobport.home", "."), "jobport").toString(), "serve"));
            command.addAll(List.of("--listen", "127.0.0.1:" + port, "--store", store));
            ProcessBuilder launcher = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
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
}
