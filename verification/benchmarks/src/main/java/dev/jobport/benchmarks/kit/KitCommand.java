package dev.jobport.benchmarks.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures labs and verdicts, each time in a fresh JVM that has nothing but the one jar of the kit. */
@Command(name = "kit", description = "Labs, jumps of time and verdicts: medians of several fresh JVMs.")
public final class KitCommand implements Runnable {

    @Option(names = "--runs", defaultValue = "11", description = "How many JVMs; ${DEFAULT-VALUE} by default.")
    private int runs;

    @Override
    public void run() {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            measured()
                    .forEach((name, value) -> figures.computeIfAbsent(name, it -> new ArrayList<>())
                            .add(value));
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

    private static String classPath() {
        Path target = Path.of(System.getProperty("jobport.home"), "verification", "benchmarks", "target");
        return target.resolve("kit") + "/*:" + target.resolve("benchmarks.jar");
    }

    private static Map<String, Double> measured() {
        ProcessBuilder fresh = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"), "-cp", classPath(), Kit.class.getName());
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
