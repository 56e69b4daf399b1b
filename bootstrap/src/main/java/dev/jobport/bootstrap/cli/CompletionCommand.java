package dev.jobport.bootstrap.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete the commands and their options. */
@Command(
        name = "completion",
        description = {
            "Print a script that completes these commands in a shell.",
            "In bash or zsh: source <(./jobport completion bash)"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {

    /** Those that can use the script. It finds out by itself which of them reads it. */
    enum Shell {
        bash,
        zsh
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private Shell shell;

    @Override
    public void run() {
        spec.commandLine().getOut().print(AutoComplete.bash("jobport", Main.commandLine()));
        spec.commandLine().getOut().flush();
    }
}
