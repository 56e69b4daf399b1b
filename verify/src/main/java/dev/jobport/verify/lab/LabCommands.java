package dev.jobport.verify.lab;

import dev.jobport.cli.MoreCommands;
import java.util.Map;
import java.util.function.Supplier;

/** The command of a lab, with all that is below it. */
public final class LabCommands implements MoreCommands {

    @Override
    public Map<String, Supplier<?>> all() {
        return Map.of("lab", LabCommand::new);
    }
}
