package dev.jobport.verify.lesson;

import dev.jobport.cli.MoreCommands;
import java.util.Map;
import java.util.function.Supplier;

/** The command that teaches the protocol. */
public final class LessonCommands implements MoreCommands {

    @Override
    public Map<String, Supplier<?>> all() {
        return Map.of("lesson", LessonCommand::new);
    }
}
