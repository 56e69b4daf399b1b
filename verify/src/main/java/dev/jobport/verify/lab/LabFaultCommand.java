package dev.jobport.verify.lab;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans what is to go wrong in a lab, or tells it. */
@Command(
        name = "fault",
        description = "Plan what is to go wrong in a lab that runs. Without a fault, list those that are planned.",
        mixinStandardHelpOptions = true)
final class LabFaultCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabOptions options;

    @Option(names = "--clear", description = "First forget all that are planned.")
    private boolean clear;

    @Parameters(
            arity = "0..*",
            paramLabel = "FAULT",
            description = "Such as lost-answer@AcknowledgeJob#1, throttle@Poll*#1-3 or 500@*%%0.05.")
    private List<String> faults = List.of();

    @Override
    public void run() {
        LabClient lab = options.client();
        if (clear) {
            lab.delete("/faults");
        }
        faults.forEach(it -> lab.post("/faults", Map.of("fault", it)));
        if (faults.isEmpty() && !clear) {
            Map<?, ?> told = lab.get("/faults");
            List<?> missed = LabClient.list(told, "missed");
            PrintWriter out = spec.commandLine().getOut();
            LabClient.list(told, "faults")
                    .forEach(it -> out.println(it + (missed.contains(it) ? "  (has not happened)" : "")));
            out.flush();
        }
    }
}
