package dev.jobport.cli;

import java.util.Map;
import java.util.function.Supplier;

/** Commands of a jar that may be there or not: whoever has them is found as a service, when a command is looked for. */
public interface MoreCommands {

    /** By name. Each is made when it is asked for, because that takes a while. */
    Map<String, Supplier<?>> all();
}
