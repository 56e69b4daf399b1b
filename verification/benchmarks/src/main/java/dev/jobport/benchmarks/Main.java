package dev.jobport.benchmarks;

import dev.jobport.benchmarks.kit.KitCommand;
import dev.jobport.benchmarks.load.GrowthCommand;
import dev.jobport.benchmarks.load.LoadCommand;
import dev.jobport.benchmarks.load.ProfileCommand;
import dev.jobport.benchmarks.load.SpeedCommand;
import dev.jobport.benchmarks.load.StartCommand;
import dev.jobport.bootstrap.logging.Logging;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks by name; {@code benchmarks/run} calls them. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {
            SpeedCommand.class,
            GrowthCommand.class,
            StartCommand.class,
            HotPathCommand.class,
            ProfileCommand.class,
            LoadCommand.class,
            KitCommand.class
        })
public final class Main {

    public static void main(String[] args) {
        Logging.setUp(Logging.Format.text, Logging.Least.info, "benchmarks"); // as a server's is by default
        CommandLine benchmarks = new CommandLine(new Main());
        benchmarks.setErr(benchmarks.getOut()); // standard error is the log, where nobody would see what is wrong
        System.exit(benchmarks.execute(args));
    }
}
