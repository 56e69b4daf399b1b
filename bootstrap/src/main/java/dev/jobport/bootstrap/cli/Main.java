package dev.jobport.bootstrap.cli;

import dev.jobport.bootstrap.CannotStart;
import dev.jobport.bootstrap.Server;
import dev.jobport.cli.CommandFailed;
import dev.jobport.cli.ControlCommands;
import dev.jobport.cli.Legible;
import dev.jobport.cli.Misuse;
import dev.jobport.cli.MoreCommands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code jobport}. It exits with 0 when all went well, 1 when not, 2 when it was called wrongly; whatever
 * went wrong is told in one line on standard error. Where a subcommand is missing, the help is shown there.
 */
@Command(
        name = "jobport",
        description = "A server for the job worker part of the AWS CodePipeline API.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {

    private static final Map<String, Supplier<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("serve", ServeCommand::new);
        COMMANDS.put("backup", BackupCommand::new);
        COMMANDS.put("demo", DemoCommand::new);
        COMMANDS.putAll(ControlCommands.all());
        COMMANDS.put("completion", CompletionCommand::new);
        COMMANDS.put("warm-up", WarmUpCommand::new);
    }

    public static void main(String[] args) {
        System.exit(commandLine(args).execute(args));
    }

    /** For these arguments: a command takes a while to make, so that only the one that is called is made, if any is. */
    static CommandLine commandLine(String... args) {
        CommandLine jobport = new CommandLine(new Main());
        Map<String, Supplier<?>> commands = commands(args);
        if (args.length > 0 && commands.containsKey(args[0])) {
            jobport.addSubcommand(commands.get(args[0]).get());
        } else {
            commands.values().forEach(command -> jobport.addSubcommand(command.get()));
        }
        // The words of a worker's command are the worker's, those that begin with @ too.
        return jobport.setExpandAtFiles(false)
                .setExecutionStrategy(Main::run)
                .setParameterExceptionHandler((wrong, ignored) -> misused(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    /** Others are looked for only if none of ours is meant, so that a server never comes near them. */
    private static Map<String, Supplier<?>> commands(String... args) {
        if (args.length > 0 && COMMANDS.containsKey(args[0])) {
            return COMMANDS;
        }
        Map<String, Supplier<?>> all = new LinkedHashMap<>(COMMANDS);
        ServiceLoader.load(MoreCommands.class).forEach(more -> all.putAll(more.all()));
        return all;
    }

    /** Also whoever asks for help is told of a command that does not exist. */
    private static int run(ParseResult parsed) {
        for (ParseResult part = parsed; part != null; part = part.subcommand()) {
            List<String> unmatched = part.unmatched();
            if (!unmatched.isEmpty()) {
                throw new UnmatchedArgumentException(part.commandSpec().commandLine(), unmatched);
            }
        }
        CommandLine last = deepest(parsed);
        if (isGroup(last)) {
            last.usage(last.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return new RunLast().execute(parsed);
    }

    private static CommandLine deepest(ParseResult parsed) {
        return parsed.hasSubcommand()
                ? deepest(parsed.subcommand())
                : parsed.commandSpec().commandLine();
    }

    /** Whether it does nothing without one of its subcommands, and was not asked for its help or version either. */
    private static boolean isGroup(CommandLine command) {
        return !(command.getCommand() instanceof Callable)
                && !command.getSubcommands().isEmpty()
                && !command.isUsageHelpRequested()
                && !command.isVersionHelpRequested();
    }

    private static int misused(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + oneLine(Misuse.message(wrong)) + " (see " + name + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof CommandFailed || failure instanceof CannotStart) {
            err.println(command.getCommandSpec().qualifiedName() + ": " + oneLine(failure.getMessage()));
        } else {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            err.print(Legible.indented(trace.toString()));
            err.flush();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String oneLine(String message) {
        return Legible.line(message.replaceAll("\\s*\\R\\s*", " "));
    }

    /** Tells which build this is, and which Java runs it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"jobport " + Server.version() + " (Java " + Runtime.version() + ")"};
        }
    }
}
