package dev.jobport.bootstrap.cli;

import dev.jobport.bootstrap.logging.Logging;
import dev.jobport.bootstrap.logging.Outage;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is logged, how, and as whose. */
final class LogOptions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,64}");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The server's name, which each line of the log tells. Or JOBPORT_NAME."
                    + " Default: the host and port that it listens on")
    private String name;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            defaultValue = "text",
            description =
                    "How the log is written: lines for people, or a JSON object a line. Or JOBPORT_LOG_FORMAT. Default:"
                            + " ${DEFAULT-VALUE}")
    private Logging.Format format;

    @Option(
            names = "--log-level",
            paramLabel = "error|warn|info|debug|trace",
            defaultValue = "info",
            description = "The least that is logged. Or JOBPORT_LOG_LEVEL. Default: ${DEFAULT-VALUE}")
    private Logging.Least level;

    /**
     * @param listen what is to be listened on, which names the server until more is known
     * @param outage what is told when the database is away
     */
    void setUp(String listen, Outage outage) {
        if (name != null && !NAME.matcher(name).matches()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--name takes 1 to 64 letters, digits and the characters . _ : [ ] -, and not '" + name + "'");
        }
        Logging.setUp(format, level, name == null ? listen : name, outage);
    }

    /** @param authority the host and the port, now that it is known */
    void listeningOn(String authority) {
        if (name == null) {
            Logging.name(authority);
        }
    }
}
