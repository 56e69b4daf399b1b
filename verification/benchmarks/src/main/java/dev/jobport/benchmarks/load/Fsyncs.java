package dev.jobport.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Counts how often this process makes the disk write, as the kernel sees it, with {@code perf stat}; where that is
 * missing or not allowed, nothing is counted.
 */
final class Fsyncs implements AutoCloseable {

    private static final String EVENTS = "syscalls:sys_enter_fdatasync,syscalls:sys_enter_fsync";

    private final Path output;
    private final Process perf;

    private Fsyncs(Path output, Process perf) {
        this.output = output;
        this.perf = perf;
    }

    static Fsyncs start() {
        try {
            Path output = Files.createTempFile("fsyncs", ".csv");
            String pid = Long.toString(ProcessHandle.current().pid());
            Process perf = null;
            try {
                perf = new ProcessBuilder("perf", "stat", "-x,", "-o", output.toString(), "-e", EVENTS, "-p", pid)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                perf.waitFor(1, TimeUnit.SECONDS); // it attaches meanwhile, or ends at once if it may not
            } catch (IOException missing) {
                return new Fsyncs(output, null);
            }
            return new Fsyncs(output, perf);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many there were; absent if they could not be counted. */
    OptionalLong stop() {
        try {
            if (perf == null || !perf.isAlive()) {
                return OptionalLong.empty();
            }
            new ProcessBuilder("kill", "-INT", Long.toString(perf.pid()))
                    .start()
                    .waitFor();
            perf.waitFor();
            return OptionalLong.of(Files.readAllLines(output).stream()
                    .filter(line -> line.contains("sync"))
                    .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(','))))
                    .sum());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (perf != null) {
            perf.destroy();
        }
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
