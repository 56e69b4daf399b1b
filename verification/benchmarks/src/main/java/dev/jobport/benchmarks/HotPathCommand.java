package dev.jobport.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the JMH benchmarks of what the server does with a request once it is there. */
@Command(name = "hot-path", description = "JMH: decode, validate, move, encode.")
final class HotPathCommand implements Runnable {

    @Option(names = "--include", defaultValue = "HotPath", description = "A pattern of benchmarks' names.")
    private String include;

    @Option(names = "--profiler", description = "One of JMH's, e.g. gc.")
    private String profiler;

    @Override
    public void run() {
        var options = new OptionsBuilder()
                .include(include)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1));
        if (profiler != null) {
            options.addProfiler(profiler);
        }
        try {
            new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
