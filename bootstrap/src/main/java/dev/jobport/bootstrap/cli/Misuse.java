package dev.jobport.bootstrap.cli;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments of a command, and what may have been meant. */
final class Misuse {

    /** What picocli says of a value without a key, in its own words. */
    private static final Pattern NO_PAIR = Pattern.compile(
            "Value for (?:option )+'(.*)' at index \\d+ \\(.*\\) should be in KEY=VALUE format but was (.*)",
            Pattern.DOTALL);

    /** Where in a list a value is, which is told besides the value itself. */
    private static final Pattern AT_INDEX = Pattern.compile("^(Invalid value for option '\\S+') at index \\d+");

    private Misuse() {}

    static String message(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unknown(
                    unmatched.getUnmatched().get(0), wrong.getCommandLine().getCommandSpec());
        }
        String message = wrong.getMessage();
        Matcher noPair = NO_PAIR.matcher(message);
        return noPair.matches()
                ? "option '" + noPair.group(1) + "' takes KEY=VALUE, not '" + noPair.group(2) + "'"
                : AT_INDEX.matcher(message).replaceFirst("$1").replace("option option", "option");
    }

    private static String unknown(String argument, CommandSpec command) {
        if (argument.startsWith("-")) {
            String option = argument.replaceFirst("=.*", "");
            return "unknown option '" + option + "'"
                    + Nearest.question(option, command.optionsMap().keySet());
        }
        Set<String> subcommands = command.subcommands().keySet();
        return subcommands.isEmpty()
                ? "unexpected argument '" + argument + "'"
                : "unknown command '" + argument + "'" + Nearest.question(argument, subcommands);
    }
}
