package dev.jobport.benchmarks;

import dev.jobport.benchmarks.load.GrowthCommand;
import dev.jobport.benchmarks.load.LoadCommand;
import dev.jobport.benchmarks.load.SpeedCommand;
import dev.jobport.benchmarks.load.StartCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks by name; {@code benchmarks/run} calls them. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        subcommands = {
            SpeedCommand.class,
            GrowthCommand.class,
            StartCommand.class,
            HotPathCommand.class,
            LoadCommand.class
        })
public final class Main {

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
