package dev.jobport.benchmarks.load;

import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares the whole server with the ceiling. The two take turns in short rounds, because the machine is never quite
 * quiet: each ratio is one of two neighbouring rounds, and the median of the ratios counts.
 */
@Command(name = "speed", description = "Full cycles with each store, in the same process as the ceiling.")
public final class SpeedCommand implements Runnable {

    private static final int COUNTED_CONNECTIONS = 64;

    @Option(
            names = "--store",
            split = ",",
            description = "The name of a kind (a new store is made for it), or a setting. Default: each kind")
    private List<String> stores;

    @Option(names = "--connections", split = ",", defaultValue = "1,16,64")
    private List<Integer> connections;

    @Option(names = "--rounds", defaultValue = "7", description = "Pairs of rounds that count.")
    private int rounds;

    @Option(names = "--cycles", defaultValue = "6000", description = "In a round; a sixth of that on one connection.")
    private int cycles;

    @Option(names = "--family", defaultValue = "ThirdParty", description = "${COMPLETION-CANDIDATES}")
    private Family family;

    enum Transport {
        http,
        grpc
    }

    @Option(
            names = "--transport",
            defaultValue = "http",
            description = "By which workers ask: ${COMPLETION-CANDIDATES}. Actions are started over HTTP.")
    private Transport transport;

    @Option(names = "--warm-up", defaultValue = "5", description = "Pairs of rounds before those that count.")
    private int warmUp;

    @Override
    public void run() {
        System.out.printf(
                "Java %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "%-8s %5s %11s %10s %8s %15s %20s | p50/p99 ms: %11s %11s %11s %11s %11s %11s%n",
                "store",
                "conn",
                "ceiling/s",
                "cycles/s",
                "ratio",
                "(min-max)",
                "CPU us (ratio)",
                "cycle",
                "call",
                "poll",
                "details",
                "acknowledge",
                "put");
        for (String store : Kinds.orAll(stores)) {
            Kinds.atNewPlace(store, setting -> measure(store, setting));
        }
    }

    private void measure(String store, String setting) {
        if (transport == Transport.grpc) {
            try (Server server = Server.start(overGrpc(new Settings("127.0.0.1", 0, setting)));
                    GrpcCeiling ceiling = new GrpcCeiling()) {
                URI there = server.uris().stream()
                        .filter(uri -> uri.getScheme().equals("grpc"))
                        .findFirst()
                        .orElseThrow();
                measure(store, Target.at(server.uri(), family).overGrpc(there), ceiling.target(family));
            }
        } else {
            try (Server server = Server.start(new Settings("127.0.0.1", 0, setting));
                    Ceiling ceiling = new Ceiling()) {
                measure(store, Target.at(server.uri(), family), ceiling.target(family));
            }
        }
    }

    private static Settings overGrpc(Settings settings) {
        return new Settings(
                settings.store(),
                settings.secretsKey(),
                settings.artifactCredentials(),
                settings.retention(),
                settings.credentials(),
                settings.accounts(),
                settings.http(),
                List.of(new Settings.Listening("grpc", "127.0.0.1", 0)));
    }

    private void measure(String store, Target subject, Target ceiling) {
        Filling.prepare(subject);
        for (int i = 0; i < warmUp; i++) {
            pair(subject, ceiling, COUNTED_CONNECTIONS);
        }
        for (int each : connections) {
            pair(subject, ceiling, each);
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                pairs.add(pair(subject, ceiling, each));
            }
            tell(store, each, pairs);
        }
        countFsyncs(subject);
    }

    private Pair pair(Target subject, Target ceiling, int on) {
        int inThisRound = on == 1 ? cycles / 6 : cycles;
        Filling.start(subject, inThisRound);
        Cycles.Result empty = new Cycles(inThisRound).run(ceiling, on);
        return new Pair(empty, new Cycles(inThisRound).run(subject, on));
    }

    private record Pair(Cycles.Result ceiling, Cycles.Result subject) {
        double ratio() {
            return subject.perSecond() / ceiling.perSecond();
        }
    }

    private static void tell(String store, int on, List<Pair> pairs) {
        double[] ratios = pairs.stream().mapToDouble(Pair::ratio).sorted().toArray();
        double ceiling =
                median(pairs.stream().mapToDouble(pair -> pair.ceiling().perSecond()));
        double subject =
                median(pairs.stream().mapToDouble(pair -> pair.subject().perSecond()));
        double ceilingCpu =
                median(pairs.stream().mapToDouble(pair -> pair.ceiling().cpuMicrosEach()));
        double subjectCpu =
                median(pairs.stream().mapToDouble(pair -> pair.subject().cpuMicrosEach()));
        List<Cycles.Result> results = pairs.stream().map(Pair::subject).toList();
        StringBuilder latencies = new StringBuilder();
        latencies.append(percentiles(results.stream().map(Cycles.Result::cycles)));
        latencies.append(percentiles(results.stream().map(Cycles.Result::calls)));
        for (Cycles.Call call : Cycles.Call.values()) {
            latencies.append(
                    percentiles(results.stream().map(result -> result.byCall().get(call))));
        }
        System.out.printf(
                "%-8.8s %5d %11.0f %10.0f %8.2f %15s %20s |             %s%s%n",
                store,
                on,
                ceiling,
                subject,
                median(pairs.stream().mapToDouble(Pair::ratio)),
                "(%.2f-%.2f)".formatted(ratios[0], ratios[ratios.length - 1]),
                "%.0f/%.0f (%.2f)".formatted(ceilingCpu, subjectCpu, ceilingCpu / subjectCpu),
                latencies,
                complaints(results));
    }

    private static String percentiles(Stream<Latencies> rounds) {
        Latencies all = new Latencies();
        rounds.forEach(all::add);
        return " %11s".formatted("%.2f/%.2f".formatted(all.percentile(50), all.percentile(99)));
    }

    private static String complaints(List<Cycles.Result> results) {
        int duplicates = results.stream().mapToInt(Cycles.Result::duplicates).sum();
        int problems = results.stream().mapToInt(Cycles.Result::problems).sum();
        return duplicates + problems == 0
                ? ""
                : String.format(Locale.ROOT, "  %d DUPLICATES, %d WRONG ANSWERS", duplicates, problems);
    }

    private void countFsyncs(Target subject) {
        Filling.start(subject, cycles);
        try (Fsyncs fsyncs = Fsyncs.start()) {
            Cycles.Result result = new Cycles(cycles).run(subject, COUNTED_CONNECTIONS);
            OptionalLong count = fsyncs.stop();
            if (count.orElse(0) > 0) {
                int commands = 3 * result.completed(); // the details change nothing
                System.out.printf(
                        "         %d connections: %d commands, %d fsyncs: %.1f commands per fsync%n",
                        COUNTED_CONNECTIONS, commands, count.getAsLong(), commands / (double) count.getAsLong());
            }
        }
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
