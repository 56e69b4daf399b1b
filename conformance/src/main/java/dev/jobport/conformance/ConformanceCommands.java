package dev.jobport.conformance;

import dev.jobport.cli.MoreCommands;
import java.util.Map;
import java.util.function.Supplier;

/** The command for people who make endpoints. */
public final class ConformanceCommands implements MoreCommands {

    @Override
    public Map<String, Supplier<?>> all() {
        return Map.of("conformance", ConformanceCommand::new);
    }
}
