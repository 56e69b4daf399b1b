package dev.jobport.bootstrap.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import dev.jobport.bootstrap.TemporaryDirectory;
import dev.jobport.bootstrap.logging.Logging;
import dev.jobport.cli.ActionTypeName;
import dev.jobport.cli.ActionWatch;
import dev.jobport.cli.CommandFailed;
import dev.jobport.cli.ControlClient;
import dev.jobport.cli.ProgressView;
import dev.jobport.cli.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole protocol at work, by itself: a server, a pipeline's action, and a worker on the AWS SDK. */
@Command(
        name = "demo",
        description = "See it work: a server with a temporary store, an action, and a job worker on the AWS SDK.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final ActionTypeName THIRD_PARTY = new ActionTypeName("ThirdParty", "Test", "Acme", "1");
    private static final ActionTypeName CUSTOM = new ActionTypeName("Custom", "Test", "Own", "1");
    private static final String LESSON = "lesson";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long REFRESH_MILLIS = 100;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--lesson",
            description = "Be told the protocol instead, scene by scene; jobport lesson plays single ones.")
    private boolean lesson;

    private ProgressView view;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lesson) {
            return lesson();
        }
        Path folder = workersFolder();
        Logging.setUp(Logging.Format.text, Logging.Least.warn, "demo"); // the jobs' steps are shown below
        view = new ProgressView(spec.commandLine().getOut(), Ansi.AUTO.enabled());
        try (OnExit everything = new OnExit()) {
            TemporaryDirectory directory = everything.close(TemporaryDirectory.create());
            Server server = everything.close(
                    Server.start(new Settings("127.0.0.1", 0, "sqlite:" + directory.file("jobport.db"))));
            String endpoint = server.uri().toString();
            tell("server", "ready on " + endpoint + " (store " + server.storeName() + ")");

            ControlClient control = new ControlClient(endpoint);
            Path clientTokens = directory.file("clients.properties");
            String clientId = register(control, clientTokens);
            ExampleWorker worker = everything.close(start(folder, endpoint, THIRD_PARTY, Optional.of(clientTokens)));
            run(control, worker, THIRD_PARTY, Optional.of(clientId), Map.of("steps", "3"), "Succeeded");
            run(control, worker, THIRD_PARTY, Optional.of(clientId), Map.of("steps", "1", "fail", "true"), "Failed");

            put(control, CUSTOM);
            ExampleWorker twin = everything.close(start(folder, endpoint, CUSTOM, Optional.empty()));
            run(control, twin, CUSTOM, Optional.empty(), Map.of("steps", "2"), "Succeeded");
        }
        view.say("All went as it should: a partner's action succeeded, one failed as it was told to, and a custom one"
                + " succeeded.");
        return 0;
    }

    /** It needs the lab, which no server knows. */
    private int lesson() {
        CommandLine jobport = Main.commandLine(LESSON);
        if (!jobport.getSubcommands().containsKey(LESSON)) {
            throw new CommandFailed("the lesson is not part of this: start it as ./jobport demo --lesson in a clone");
        }
        CommandLine here = spec.commandLine();
        return jobport.setOut(here.getOut()).setErr(here.getErr()).execute(LESSON);
    }

    private static Path workersFolder() {
        String folder = System.getProperty("jobport.worker");
        if (folder == null) {
            throw new CommandFailed("this needs the example worker: start it as ./jobport demo");
        }
        return Path.of(folder);
    }

    private ExampleWorker start(Path folder, String endpoint, ActionTypeName type, Optional<Path> clientTokens) {
        return ExampleWorker.start(folder, endpoint, type.toString(), clientTokens, line -> tell("worker", line));
    }

    private void put(ControlClient control, ActionTypeName type) {
        control.put(type.path(), ControlClient.JSON.createObjectNode().put("continuationDelaySeconds", 0));
        tell("operator", "registered the action type " + type);
    }

    private String register(ControlClient control, Path clientTokens) throws IOException {
        put(control, THIRD_PARTY);
        JsonNode client = control.post("/clients", ControlClient.JSON.createObjectNode());
        String clientId = client.path("clientId").asText();
        tell("operator", "registered the client " + clientId + " and gave the worker its token");
        Files.writeString(
                clientTokens, clientId + "=" + client.path("clientToken").asText());
        return clientId;
    }

    private void run(
            ControlClient control,
            ExampleWorker worker,
            ActionTypeName type,
            Optional<String> clientId,
            Map<String, String> configuration,
            String expected)
            throws InterruptedException {
        ObjectNode request = ControlClient.JSON.createObjectNode();
        clientId.ifPresent(id -> request.put("clientId", id));
        request.set("actionTypeId", type.json());
        configuration.forEach(request.putObject("configuration")::put);
        String id = control.post("/action-executions", request)
                .path("actionExecutionId")
                .asText();
        tell("pipeline", "started the action " + id + " with " + configuration);

        long start = System.nanoTime();
        JsonNode action;
        do {
            Thread.sleep(REFRESH_MILLIS);
            if (!worker.isAlive()) {
                throw new CommandFailed("the worker has stopped");
            }
            if (PATIENCE.compareTo(Duration.ofNanos(System.nanoTime() - start)) < 0) {
                throw new CommandFailed("the action is still in progress after " + PATIENCE.toSeconds() + " s");
            }
            action = control.get("/action-executions/" + id);
            view.show(action);
        } while (ActionWatch.isInProgress(action));
        view.end();

        String status = action.path("status").asText();
        tell("pipeline", "the action " + (status + " " + Reports.error(action)).strip());
        if (!status.equals(expected)) {
            throw new CommandFailed("the action should have " + expected);
        }
    }

    /** As wide as the times before the steps of the jobs. */
    private void tell(String who, String what) {
        view.say("%-13s  %s".formatted(who, what));
    }
}
