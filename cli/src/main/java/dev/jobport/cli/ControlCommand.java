package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that ask a running server over its control API. */
@Command(
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A server with credentials asks for a control token: set JOBPORT_TOKEN to it. It is no option, because"
                    + " other users of a machine see the arguments of a command."
        })
abstract class ControlCommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "${env:JOBPORT_ENDPOINT:-http://127.0.0.1:8460}",
            description = "The server. Or JOBPORT_ENDPOINT. Default: http://127.0.0.1:8460")
    private String endpoint;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The one of the server's regions that is meant. Default: its first")
    private String region;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "The authorities, in PEM, whose certificates are taken from the server. Or JOBPORT_CA. Default:"
                            + " those of Java")
    private String ca = System.getenv("JOBPORT_CA");

    @Option(names = "--json", description = "Print the server's answer as it is.")
    private boolean json;

    final ControlClient client() {
        return new ControlClient(
                endpoint,
                Optional.ofNullable(System.getenv("JOBPORT_TOKEN")).filter(token -> !token.isEmpty()),
                Optional.ofNullable(region),
                Optional.ofNullable(ca));
    }

    final CommandSpec spec() {
        return spec;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final boolean json() {
        return json;
    }

    /** Prints for a machine what has been deleted; people are told by the silence. */
    final void printDeleted(String member, JsonNode name) {
        if (json) {
            ObjectNode deleted = ControlClient.JSON.createObjectNode();
            deleted.set(member, name);
            print(deleted.put("deleted", true), JsonNode::toString);
        }
    }

    /** Prints the answer for a machine or for people. */
    final void print(JsonNode answer, Function<JsonNode, ?> forPeople) {
        out().println(
                        json
                                ? Legible.json(answer.toPrettyString())
                                : forPeople.apply(answer).toString());
    }
}
