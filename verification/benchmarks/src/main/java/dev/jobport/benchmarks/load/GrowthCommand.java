package dev.jobport.benchmarks.load;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.StoreModule;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.postgres.PostgresStore;
import dev.jobport.application.driven.Store;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.bootstrap.TemporaryDirectory;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
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

    @Option(
            names = "--store",
            split = ",",
            description =
                    "The name of a kind (new stores are made for it), or postgres://USER:PASSWORD@HOST:PORT/DATABASE"
                            + " (two databases are made on that server and dropped again). Default: each kind")
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
        for (String store : Kinds.orAll(stores)) {
            try (TemporaryDirectory directory = TemporaryDirectory.create()) {
                compare(store, directory);
            }
        }
    }

    private void compare(String setting, TemporaryDirectory directory) {
        if (Kinds.isDatabase(setting) || setting.startsWith("postgres://")) {
            try (Databases databases =
                    Kinds.isDatabase(setting) ? Databases.start(directory.file("data")) : Databases.on(setting)) {
                compare("postgres", filled(databases, "growth_small", few), filled(databases, "growth_large", many));
            }
        } else {
            StoreKind kind = Kinds.named(setting).orElseThrow(() -> new IllegalArgumentException("No such store"));
            compare(
                    setting,
                    filled(setting, opened(kind, directory.file("small.store").toString()), few),
                    filled(setting, opened(kind, directory.file("large.store").toString()), many));
        }
    }

    private static Store opened(StoreKind kind, String place) {
        return kind.opening().open(place, SecretsKeys.NONE, new CompositeMeterRegistry());
    }

    private Store filled(Databases databases, String name, int jobs) {
        Store store = filled("postgres", PostgresStore.open(databases.create(name)), jobs);
        databases.vacuum(name);
        return store;
    }

    private Store filled(String kind, Store store, int jobs) {
        long start = System.nanoTime();
        Crowd.fill(store, jobs);
        System.out.printf("%s: %,d jobs in %.0f s%n", kind, jobs, (System.nanoTime() - start) / 1e9);
        return store;
    }

    private void compare(String kind, Store withFew, Store withMany) {
        Settings settings = new Settings("127.0.0.1", 0, kind);
        try (Server small = Server.start(settings, new StoreModule(meters -> withFew));
                Server large = Server.start(settings, new StoreModule(meters -> withMany))) {
            Target toSmall = Target.at(small.uri(), Family.ThirdParty);
            Target toLarge = Target.at(large.uri(), Family.ThirdParty);
            takeTurns(toSmall, new Questions(), toLarge, new Questions());
            Questions ofSmall = new Questions();
            Questions ofLarge = new Questions();
            takeTurns(toSmall, ofSmall, toLarge, ofLarge);
            tell(kind, ofSmall.latencies(), ofLarge.latencies());
        }
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
