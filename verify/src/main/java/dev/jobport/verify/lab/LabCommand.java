package dev.jobport.verify.lab;

import dev.jobport.cli.CommandFailed;
import dev.jobport.lab.Lab;
import dev.jobport.lab.LabBuilder;
import dev.jobport.verify.lab.api.LabServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs labs as a process, for workers and tests in any language. */
@Command(
        name = "lab",
        description = {
            "Run a lab until SIGTERM or SIGINT: the protocol in memory, with time that travels, faults, and a verdict.",
            "The commands below ask one that runs. Without --action-type it has no lab yet; programs make theirs at"
                    + " its control address."
        },
        mixinStandardHelpOptions = true,
        subcommands = {LabStartCommand.class, LabFaultCommand.class, LabTimeCommand.class, LabVerdictCommand.class})
final class LabCommand implements Callable<Integer> {

    private static final int LARGEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--action-type",
            paramLabel = "TYPE",
            description = "An action type of the lab, such as Custom/Build/Own/1; may be given several times.")
    private List<String> actionTypes = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Of the lab's names and random choices; any by default.")
    private Long seed;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8460",
            description = "Of loopback, where workers find the lab; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--control-port",
            paramLabel = "PORT",
            defaultValue = "8461",
            description = "Of loopback, where it is controlled; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    private int controlPort;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Where to write the token that control takes; nobody else can read the file. Default:"
                    + " jobport-lab-PORT in XDG_RUNTIME_DIR or in your home directory")
    private Path tokenFile;

    @Option(
            names = "--until-eof",
            description = "End when standard input ends too, as it does when the program is gone that started this.")
    private boolean untilEof;

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkPort("--port", port);
        checkPort("--control-port", controlPort);
        String token = TokenFile.newToken();
        try (LabServer server = listen(token)) {
            String place = place(server);
            Path file = tokenFile == null ? TokenFile.usual(server.uri().getPort()) : tokenFile;
            TokenFile.write(file, token);
            PrintWriter out = spec.commandLine().getOut();
            out.println(place + " (control " + server.uri() + ", token in " + file.toAbsolutePath() + ")");
            out.flush();
            awaitEnd();
        }
        return 0;
    }

    private String place(LabServer server) {
        if (actionTypes.isEmpty()) {
            return "Jobport lab ready";
        }
        LabBuilder builder = Lab.builder().port(port);
        try {
            actionTypes.forEach(builder::actionType);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (seed != null) {
            builder.seed(seed);
        }
        try {
            Lab lab = server.open(builder, actionTypes);
            return "Jobport lab on " + lab.endpoint() + ", seed " + lab.seed();
        } catch (UncheckedIOException e) {
            throw new CommandFailed(e.getMessage() + "; choose another port with --port");
        }
    }

    private LabServer listen(String token) {
        try {
            return new LabServer(controlPort, token);
        } catch (IOException e) {
            throw new CommandFailed("127.0.0.1:" + controlPort + " cannot be listened on: " + e.getMessage()
                    + "; choose another port with --control-port");
        }
    }

    private void checkPort(String option, int number) {
        if (number < 0 || number > LARGEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), option + " takes a port from 0 to " + LARGEST_PORT + ", not " + number);
        }
    }

    /** A signal ends the process; there is nothing that it would have to save. */
    private void awaitEnd() throws IOException, InterruptedException {
        if (untilEof) {
            System.in.transferTo(OutputStream.nullOutputStream());
        } else {
            new CountDownLatch(1).await();
        }
    }
}
