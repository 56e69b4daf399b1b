package dev.jobport.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** Test classes that were run by JUnit, and what they printed. */
record Ran(EngineExecutionResults results, String printed) {

    /** Four tests at a time. */
    static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    static Ran of(Class<?>... classes) {
        return of(Map.of(), classes);
    }

    static Ran of(Map<String, String> settings, Class<?>... classes) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        EngineExecutionResults results = printing(
                printed,
                () -> EngineTestKit.engine("junit-jupiter")
                        .configurationParameters(settings)
                        .selectors(selectors(classes))
                        .execute());
        return new Ran(results, printed.toString(StandardCharsets.UTF_8));
    }

    /**
     * By the launcher, as builds do it: the test kit has no place for files.
     *
     * @return what was printed
     */
    static String launched(Path folder, Class<?>... classes) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        printing(printed, () -> {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectors(classes))
                            .configurationParameter("junit.platform.reporting.output.dir", folder.toString())
                            .build());
            return null;
        });
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static DiscoverySelector[] selectors(Class<?>... classes) {
        return Stream.of(classes).map(it -> selectClass(it)).toArray(DiscoverySelector[]::new);
    }

    private static <T> T printing(ByteArrayOutputStream printed, Supplier<T> run) {
        PrintStream usual = System.out;
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            return run.get();
        } finally {
            System.setOut(usual);
        }
    }

    /** What tests and classes failed of. */
    List<Throwable> failures() {
        return results.allEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    /** What the only one that failed says. */
    String failure() {
        List<Throwable> all = failures();
        if (all.size() != 1) {
            throw new AssertionError(
                    all.size() + " failed", all.stream().findFirst().orElse(null));
        }
        return all.get(0).getMessage();
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }
}
