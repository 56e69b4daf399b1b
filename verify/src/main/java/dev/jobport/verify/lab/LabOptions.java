package dev.jobport.verify.lab;

import dev.jobport.cli.CommandFailed;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which lab is meant by the commands that ask one. */
final class LabOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--control",
            paramLabel = "URL",
            defaultValue = "${env:JOBPORT_LAB_URL:-http://127.0.0.1:8461}",
            description = "Where the lab is controlled. Or JOBPORT_LAB_URL. Default: http://127.0.0.1:8461")
    private URI control;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Where its token is. Or the token itself in JOBPORT_LAB_TOKEN. Default: where a lab of this"
                    + " port writes it")
    private Path tokenFile;

    @Option(names = "--lab", paramLabel = "ID", description = "Which of the process's labs; needed if it has several.")
    private String id;

    /** Behind the path of the lab that is meant. */
    LabClient client() {
        refuseThoseOfALabThatStarts();
        Path file = tokenFile == null ? TokenFile.usual(control.getPort()) : tokenFile;
        Optional<String> token = tokenFile == null
                ? Optional.ofNullable(System.getenv("JOBPORT_LAB_TOKEN")).filter(it -> !it.isEmpty())
                : Optional.empty();
        LabClient process = new LabClient(control, token.or(() -> TokenFile.read(file)), file, "");
        return process.below("/labs/" + (id == null ? onlyOne(process) : id));
    }

    /** Options before the name of a command are those of {@code lab} itself, and would do nothing. */
    private void refuseThoseOfALabThatStarts() {
        for (CommandLine each = spec.commandLine().getParent(); each != null; each = each.getParent()) {
            var given = each.getParseResult().matchedOptions();
            if (!given.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        given.get(0).longestName() + " before the command is for a lab that is started by 'lab' alone;"
                                + " give the options of a command after it");
            }
        }
    }

    private static String onlyOne(LabClient process) {
        List<String> ids = LabClient.list(process.get("/labs"), "labs").stream()
                .map(it -> ((Map<?, ?>) it).get("id").toString())
                .toList();
        if (ids.isEmpty()) {
            throw new CommandFailed("the process has no lab yet; start it with --action-type");
        }
        if (ids.size() > 1) {
            throw new CommandFailed("the process has several labs; say which with --lab: " + String.join(", ", ids));
        }
        return ids.get(0);
    }
}
