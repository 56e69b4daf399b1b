package dev.jobport.benchmarks.load;

import dev.jobport.bootstrap.TemporaryDirectory;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the launcher as anybody would: how long until it answers, and how much memory it takes after load. */
@Command(name = "start", description = "Time to the first answer, and memory after load with a small heap.")
public final class StartCommand implements Runnable {

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
            try (Launched server = Launched.start(store, "", Redirect.DISCARD)) {
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
        try (Launched server = Launched.start(store, heap, Redirect.DISCARD)) {
            server.awaitAnswer();
            Target target = Target.at(server.uri(), Family.ThirdParty);
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
}
