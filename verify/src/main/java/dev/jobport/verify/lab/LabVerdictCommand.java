package dev.jobport.verify.lab;

import dev.jobport.cli.CommandFailed;
import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.history.UnreadableHistory;
import dev.jobport.verify.JudgingOptions;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Judges what was seen in a lab so far. */
@Command(
        name = "verdict",
        description = {
            "Judge the worker of a lab that runs, by what was seen so far.",
            "It exits with 0 if all rules that could be broken were kept, 1 if one was broken, and 3 if nothing can be"
                    + " concluded."
        },
        mixinStandardHelpOptions = true)
final class LabVerdictCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabOptions options;

    @Mixin
    private JudgingOptions judging;

    @Override
    public Integer call() {
        judging.check();
        String history = options.client().text("GET", "/history", Map.of());
        try {
            return judging.judge(
                    HistoryLines.read(new StringReader(history)),
                    spec.commandLine().getOut());
        } catch (UnreadableHistory | IOException e) {
            throw new CommandFailed("the lab's history cannot be read; is it of another version? " + e.getMessage());
        }
    }
}
