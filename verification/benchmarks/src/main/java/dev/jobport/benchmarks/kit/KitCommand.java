package dev.jobport.benchmarks.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures labs and verdicts, each time in fresh JVMs: one has nothing but the one jar of the kit, one has AWS's SDK. */
@Command(name = "kit", description = "Labs, jumps of time and verdicts: medians of several fresh JVMs.")
public final class KitCommand implements Runnable {

    private static final Path TARGET =
            Path.of(System.getProperty("jobport.home"), "verification", "benchmarks", "target");

    @Option(names = "--runs", defaultValue = "11", description = "How many JVMs; ${DEFAULT-VALUE} by default.")
    private int runs;

    @Override
    public void run() {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            Stream.of(measured(Kit.class, TARGET.resolve("kit")), measured(OneClient.class, TARGET.resolve("lib")))
                    .forEach(
                            told -> told.forEach((name, value) -> figures.computeIfAbsent(name, it -> new ArrayList<>())
                                    .add(value)));
        }
        System.out.printf(Locale.ROOT, "%-44s %9s %9s %9s%n", "", "least", "median", "most");
        figures.forEach((name, values) -> {
            values.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %9.2f %9.2f %9.2f%n",
                    name,
                    values.get(0),
                    values.get(values.size() / 2),
                    values.get(values.size() - 1));
        });
    }

    private static Map<String, Double> measured(Class<?> main, Path jars) {
        ProcessBuilder fresh = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider", // the figures are all that is told
                "-cp",
                jars + "/*:" + TARGET.resolve("benchmarks.jar"),
                main.getName());
        try {
            Process process =
                    fresh.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Map<String, Double> figures = new LinkedHashMap<>();
            String told = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The measured JVM failed; what it said stands above.");
            }
            for (String line : told.split("\n")) {
                String[] parts = line.split("=");
                figures.put(parts[0], Double.valueOf(parts[1]));
            }
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
