package dev.jobport.verify;

import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.history.UnreadableHistory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a history again, today or years later. */
@Command(name = "verdict", description = "Judge the recorded history of a job worker.", mixinStandardHelpOptions = true)
final class VerdictCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private JudgingOptions judging;

    @Parameters(paramLabel = "FILE", description = "The history, as verify-worker writes it by --report history=FILE.")
    private Path file;

    @Override
    public Integer call() {
        judging.check();
        try (Reader lines = Files.newBufferedReader(file)) {
            return judging.judge(HistoryLines.read(lines), spec.commandLine().getOut());
        } catch (UnreadableHistory e) {
            throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
