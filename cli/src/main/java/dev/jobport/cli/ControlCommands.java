package dev.jobport.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The commands that ask a running server, by name. */
public final class ControlCommands {

    private ControlCommands() {}

    /** Each is made when it is asked for, because that takes a while. */
    public static Map<String, Supplier<?>> all() {
        Map<String, Supplier<?>> all = new LinkedHashMap<>();
        all.put("action-type", ActionTypeCommand::new);
        all.put("client", ClientCommand::new);
        all.put("action", ActionCommand::new);
        all.put("job", JobCommand::new);
        return all;
    }
}
