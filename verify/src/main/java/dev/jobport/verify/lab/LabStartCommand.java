package dev.jobport.verify.lab;

import dev.jobport.verify.Span;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts an action in a lab. */
@Command(name = "start", description = "Start an action in a lab that runs.", mixinStandardHelpOptions = true)
final class LabStartCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabOptions options;

    @Option(names = "--action-type", required = true, paramLabel = "TYPE", description = "Such as Custom/Build/Own/1.")
    private String actionType;

    @Option(names = "--configuration", arity = "1..*", paramLabel = "KEY=VALUE", description = "Its configuration.")
    private Map<String, String> configuration = Map.of();

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "A fault of calls about it, such as rival@AcknowledgeJob; may be given several times.")
    private List<String> faults = List.of();

    @Option(names = "--failing", description = "The work is meant to fail: a worker that reports success is wrong.")
    private boolean failing;

    @Option(
            names = "--wait",
            paramLabel = "D",
            converter = Span.class,
            description = "Wait so long, such as 30s, until it has ended; exit with 1 if it does not.")
    private Duration wait;

    @Override
    public void run() {
        LabClient lab = options.client();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("actionType", actionType);
        body.put("configuration", configuration);
        body.put("faults", faults);
        if (failing) {
            body.put("workFails", true);
        }
        Map<?, ?> action = lab.post("/actions", body);
        PrintWriter out = spec.commandLine().getOut();
        out.println("action " + action.get("id") + ", job "
                + LabClient.list(action, "jobs").get(0));
        out.flush();
        if (wait != null) {
            Map<?, ?> ended = lab.post(
                    "/actions/" + action.get("id") + "/wait", Map.of("until", "ended", "atMost", wait.toString()));
            out.println(ended.get("status"));
        }
    }
}
