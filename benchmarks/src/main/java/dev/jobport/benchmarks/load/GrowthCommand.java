package dev.jobport.benchmarks.load;

import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.adapters.persistence.sqlite.SqliteStore;
import dev.jobport.application.driven.Store;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.bootstrap.TemporaryDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares every operation on a store of many jobs with the same on a store of few. Both servers run in this process
 * and take turns, on one connection each.
 */
@Command(name = "growth", description = "The median time of every operation with many stored jobs and with few.")
public final class GrowthCommand implements Runnable {

    private static final int TURN = 100;

    @Option(names = "--store", split = ",", defaultValue = "memory,sqlite", description = "memory, sqlite")
    private List<String> stores;

    @Option(names = "--few", defaultValue = "1000")
    private int few;

    @Option(names = "--many", defaultValue = "1000000")
    private int many;

    @Option(names = "--rounds", defaultValue = "3000", description = "How often each operation is asked for.")
    private int rounds;

    @Override
    public void run() {
        System.out.printf("Java %s%n", Runtime.version());
        for (String store : stores) {
            try (TemporaryDirectory directory = TemporaryDirectory.create()) {
                compare(store, directory);
            }
        }
    }

    private void compare(String kind, TemporaryDirectory directory) {
        try (Server small = filled(kind, directory.file("small.db"), few);
                Server large = filled(kind, directory.file("large.db"), many)) {
            Target toSmall = Target.at(small.uri(), Family.ThirdParty);
            Target toLarge = Target.at(large.uri(), Family.ThirdParty);
            takeTurns(toSmall, new Questions(), toLarge, new Questions());
            Questions ofSmall = new Questions();
            Questions ofLarge = new Questions();
            takeTurns(toSmall, ofSmall, toLarge, ofLarge);
            tell(kind, ofSmall.latencies(), ofLarge.latencies());
        }
    }

    private Server filled(String kind, Path file, int jobs) {
        Store store = kind.equals("memory") ? new MemoryStore() : SqliteStore.open(file);
        long start = System.nanoTime();
        Crowd.fill(store, jobs);
        System.out.printf("%s: %,d jobs in %.0f s%n", kind, jobs, (System.nanoTime() - start) / 1e9);
        return Server.start(new Settings("127.0.0.1", 0, kind), store);
    }

    private void takeTurns(Target toSmall, Questions ofSmall, Target toLarge, Questions ofLarge) {
        IntStream.range(0, rounds / TURN).forEach(turn -> {
            ofSmall.ask(toSmall, TURN);
            ofLarge.ask(toLarge, TURN);
        });
    }

    private void tell(String kind, Map<String, Latencies> small, Map<String, Latencies> large) {
        System.out.printf("%-8s %-38s %,12d %,12d %8s%n", kind, "p50 in ms, of stored jobs:", few, many, "ratio");
        small.forEach((question, ofFew) -> {
            double before = ofFew.percentile(50);
            double after = large.get(question).percentile(50);
            System.out.printf("%-8s %-38s %12.3f %12.3f %8.2f%n", kind, question, before, after, after / before);
        });
    }
}
