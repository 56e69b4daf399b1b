package dev.jobport.cli;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments of a command, and what may have been meant. */
public final class Misuse {

    /** How picocli names an option: sometimes as one twice, and with the place of a value that is told anyway. */
    private static final Pattern OPTION = Pattern.compile("^([^']*?)(?:option )+('[^']+')(?: at index \\d+)?");

    /** What picocli says of a value without a key. */
    private static final Pattern NO_PAIR = Pattern.compile(
            "Value for (option '.*') \\(.*\\) should be in KEY=VALUE format but was (.*)", Pattern.DOTALL);

    private Misuse() {}

    public static String message(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unknown(
                    unmatched.getUnmatched().get(0), wrong.getCommandLine().getCommandSpec());
        }
        String message = OPTION.matcher(wrong.getMessage()).replaceFirst("$1option $2");
        Matcher noPair = NO_PAIR.matcher(message);
        return noPair.matches() ? noPair.group(1) + " takes KEY=VALUE, not '" + noPair.group(2) + "'" : message;
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
