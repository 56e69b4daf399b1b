package dev.jobport.verify.lab;

import dev.jobport.verify.Span;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Lets time pass in a lab. */
@Command(
        name = "time",
        description = "Let time pass in a lab that runs, with all that becomes due meanwhile.",
        mixinStandardHelpOptions = true,
        subcommands = {LabTimeCommand.Advance.class, LabTimeCommand.Until.class})
final class LabTimeCommand {

    /** What there is to wait for, and whether it is a job's or an action's. */
    enum What {
        LEASE_LAPSES("leaseLapses", true),
        JOB_TIMES_OUT("jobTimesOut", true),
        CREDENTIALS_EXPIRE("credentialsExpire", true),
        FOLLOW_UP_IS_DUE("followUpIsDue", false),
        ACTION_TIMES_OUT("actionTimesOut", false);

        private final String member;
        private final boolean isOfJob;

        What(String member, boolean isOfJob) {
            this.member = member;
            this.isOfJob = isOfJob;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static What of(String text) {
            return Stream.of(values())
                    .filter(it -> it.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no '" + text + "' to wait for; there are "
                            + Stream.of(values()).map(What::toString).collect(Collectors.joining(", "))));
        }
    }

    /** Reads one from the command line. */
    static final class Words implements ITypeConverter<What> {

        @Override
        public What convert(String text) {
            return What.of(text);
        }
    }

    private LabTimeCommand() {}

    @Command(name = "advance", description = "Jump ahead by a duration.", mixinStandardHelpOptions = true)
    static final class Advance implements Runnable {

        @Spec
        private CommandSpec spec;

        @Mixin
        private LabOptions options;

        @Parameters(paramLabel = "D", converter = Span.class, description = "Such as 30s, 24h or P1D.")
        private Duration duration;

        @Override
        public void run() {
            print(options.client().post("/time", Map.of("advance", duration.toString())), spec);
        }
    }

    @Command(
            name = "until",
            description = "Jump ahead to what a job or an action waits for; exit with 1 if it does not wait for that.",
            mixinStandardHelpOptions = true)
    static final class Until implements Runnable {

        @Spec
        private CommandSpec spec;

        @Mixin
        private LabOptions options;

        @Parameters(
                paramLabel = "WHAT",
                converter = Words.class,
                description = "One of lease-lapses, job-times-out, credentials-expire (of a job), follow-up-is-due,"
                        + " action-times-out (of an action).")
        private What what;

        @Option(names = "--job", paramLabel = "ID", description = "Whose lease, timeout or credentials.")
        private String job;

        @Option(names = "--action", paramLabel = "ID", description = "Whose follow-up or timeout.")
        private String action;

        @Override
        public void run() {
            String named = what.isOfJob ? job : action;
            if (named == null || job != null && action != null) {
                throw new ParameterException(
                        spec.commandLine(), what + " takes " + (what.isOfJob ? "--job" : "--action") + " and no other");
            }
            Map<String, String> body = new LinkedHashMap<>();
            body.put("until", what.member);
            body.put(what.isOfJob ? "jobId" : "actionId", named);
            print(options.client().post("/time", body), spec);
        }
    }

    private static void print(Map<?, ?> told, CommandSpec spec) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(told.get("now") + ", " + told.get("ahead") + " ahead");
        LabClient.list(told, "changes").forEach(it -> {
            Map<?, ?> change = (Map<?, ?>) it;
            String from = change.get("from") == null ? "" : change.get("from") + " → ";
            out.println("job " + change.get("jobId") + ": " + from + change.get("to"));
        });
        out.flush();
    }
}
