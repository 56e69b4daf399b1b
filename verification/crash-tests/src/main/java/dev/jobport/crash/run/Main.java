package dev.jobport.crash.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the crash tests for as long as one likes, each time on a new store. */
@Command(
        name = "crash-tests",
        description = "Kills servers under load and proves that nothing that they answered was lost.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Option(names = "--store", description = "${COMPLETION-CANDIDATES}. Default: sqlite", defaultValue = "sqlite")
    private Kind store;

    @Option(
            names = "--transport",
            description = "What carries the load: ${COMPLETION-CANDIDATES}. Default: http",
            defaultValue = "http")
    private Transport transport;

    @Option(names = "--minutes", description = "Runs again and again until these are over. Default: 0, one run")
    private double minutes;

    @Option(names = "--kills", description = "How many processes each run kills. Default: 25", defaultValue = "25")
    private int kills;

    @Option(names = "--servers", description = "How many share the store. Default: 1", defaultValue = "1")
    private int servers;

    @Option(names = "--workers", description = "How many work at the same time. Default: 12", defaultValue = "12")
    private int workers;

    @Option(names = "--seed", description = "Of the first run; the next has the next. Default: any")
    private Long seed;

    /** What servers keep their jobs in. */
    enum Kind {
        sqlite,
        postgres;

        StoreUnderTest open(Path directory, int servers) throws IOException {
            return switch (this) {
                case sqlite -> new SqliteFile(directory.resolve("jobport.db"));
                case postgres -> PostgresDatabase.start(directory.resolve("postgres"), servers);
            };
        }
    }

    public static void main(String[] args) {
        // Of this process only: the servers' logs are told by their own settings.
        System.setProperty("logback.configurationFile", "crash-tests-logback.xml");
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Instant end = Instant.now().plus(Duration.ofMillis((long) (minutes * 60_000)));
        long next = seed == null ? new Random().nextInt(1_000_000) : seed;
        do {
            Path directory = Files.createTempDirectory("jobport-crash-");
            Outcome outcome;
            try (StoreUnderTest underTest = store.open(directory, servers)) {
                outcome = CrashRun.of(new Plan(next++, servers, workers, kills, transport), underTest, directory);
            }
            System.out.println(store + ", " + transport + ", " + servers + (servers == 1 ? " server, " : " servers, ")
                    + outcome.counts());
            if (!outcome.isSound()) {
                System.out.println(outcome.wrongs() + "The store and the logs are in " + directory);
                return 1;
            }
            delete(directory);
        } while (Instant.now().isBefore(end));
        return 0;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
