package dev.jobport.bootstrap.cli;

import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives each option that is not on the command line its value from the environment: {@code --store}, JOBPORT_STORE. */
final class Environment implements IDefaultValueProvider {

    static final String PREFIX = "JOBPORT_";

    /** Those that no option of a server stands for. */
    static final Set<String> OF_COMMANDS = Set.of(
            PREFIX + "TOKEN",
            PREFIX + "ENDPOINT",
            PREFIX + "CA",
            PREFIX + "JAVA_OPTS",
            PREFIX + "LAB_URL",
            PREFIX + "LAB_TOKEN");

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.arity().max() > 0
                ? System.getenv(variable(option.longestName()))
                : null;
    }

    static String variable(String option) {
        return PREFIX + option.substring("--".length()).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
