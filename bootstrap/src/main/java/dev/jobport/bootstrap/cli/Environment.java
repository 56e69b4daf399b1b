package dev.jobport.bootstrap.cli;

import java.util.Locale;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives each option that is not on the command line its value from the environment: {@code --store}, JOBPORT_STORE. */
final class Environment implements IDefaultValueProvider {

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.arity().max() > 0
                ? System.getenv(variable(option.longestName()))
                : null;
    }

    private static String variable(String option) {
        return "JOBPORT_" + option.substring("--".length()).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
