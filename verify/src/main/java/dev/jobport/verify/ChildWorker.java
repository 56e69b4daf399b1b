package dev.jobport.verify;

import dev.jobport.lab.Lab;
import dev.jobport.lab.WorkerProcess;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A worker as a child of this process. */
record ChildWorker(WorkerProcess process) implements Worker {

    /** How a command is started, again if need be. */
    static Starter of(List<String> command, String actionType) {
        return new Starter() {
            @Override
            public Worker start(Lab lab) throws CannotRun {
                List<String> words = command.stream()
                        .map(word -> word.replace("{endpoint}", lab.endpoint().toString())
                                .replace("{actionType}", actionType))
                        .toList();
                try {
                    return new ChildWorker(lab.run(new ProcessBuilder(words)));
                } catch (UncheckedIOException e) {
                    throw new CannotRun(e.getCause().getMessage());
                }
            }

            @Override
            public boolean isProcess() {
                return true;
            }

            @Override
            public String name() {
                return String.join(" ", command);
            }
        };
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public boolean askToEnd(Duration grace) {
        return process.askToEnd(grace);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public String lastWords() {
        return process.lastWords();
    }
}
