package dev.jobport.verify;

import dev.jobport.cli.MoreCommands;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The commands for people who write job workers. */
public final class KitCommands implements MoreCommands {

    @Override
    public Map<String, Supplier<?>> all() {
        Map<String, Supplier<?>> all = new LinkedHashMap<>();
        all.put("verify-worker", VerifyWorkerCommand::new);
        all.put("verdict", VerdictCommand::new);
        return all;
    }
}
