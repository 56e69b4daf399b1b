package dev.jobport.bootstrap.cli;

import dev.jobport.bootstrap.Backup;
import dev.jobport.bootstrap.logging.Logging;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a SQLite store's file, also while a server runs on it. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        defaultValueProvider = Environment.class,
        description = {
            "Copy a SQLite store into a new file, while a server runs on it or not.",
            "A plain copy of a running server's file lacks what is in its log; this one is whole. To restore it, stop"
                    + " the server, put the copy in the place of the file, and remove the files beside it that end in -wal"
                    + " and -shm."
        })
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            defaultValue = "sqlite:jobport.db",
            description = "The store to copy: sqlite:PATH. Or JOBPORT_STORE. Default: ${DEFAULT-VALUE}")
    private String store;

    @Parameters(paramLabel = "FILE", description = "The new file; it must not exist.")
    private Path file;

    @Override
    public Integer call() {
        Logging.setUp(Logging.Format.text, Logging.Least.warn, "backup");
        Backup.of(store, file);
        spec.commandLine().getOut().println("Copied " + store + " to " + file);
        return 0;
    }
}
