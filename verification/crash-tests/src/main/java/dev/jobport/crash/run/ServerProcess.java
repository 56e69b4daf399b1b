package dev.jobport.crash.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server in a process of its own. */
final class ServerProcess {

    private static final Pattern READY = Pattern.compile("Jobport ready on (\\S+)(?: and (\\S+))? .*");

    private final Process process;
    private final URI http;
    private final Optional<URI> grpc;

    private ServerProcess(Process process, URI http, Optional<URI> grpc) {
        this.process = process;
        this.http = http;
        this.grpc = grpc;
    }

    /** One that is reached over HTTP alone. */
    static Optional<ServerProcess> start(String store, Path log) throws IOException {
        return start(store, log, Transport.http);
    }

    /**
     * Starts it with the Java and the class path that run here.
     *
     * @param log where its standard error is appended
     * @param transport by which it is reached besides HTTP
     * @return absent if the server ended instead of becoming ready
     */
    static Optional<ServerProcess> start(String store, Path log, Transport transport) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.jobport.bootstrap.cli.Main",
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--store",
                store));
        command.addAll(transport.options());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return Optional.of(new ServerProcess(
                        process,
                        URI.create(ready.group(1)),
                        Optional.ofNullable(ready.group(2)).map(URI::create)));
            }
        }
        process.destroyForcibly();
        return Optional.empty();
    }

    URI http() {
        return http;
    }

    /** @throws java.util.NoSuchElementException if it was not started for it */
    URI grpc() {
        return grpc.orElseThrow();
    }

    /** SIGKILL: it gets no chance to finish anything. Returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
