package dev.jobport.bootstrap.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Registers and lists clients: a customer's links to a partner. */
@Command(
        name = "client",
        description = "Register and list clients: a customer's links to a partner.",
        mixinStandardHelpOptions = true,
        subcommands = {ClientCommand.Create.class, ClientCommand.ListAll.class})
final class ClientCommand {

    @Command(
            name = "create",
            description = "Register a client. Its token is shown here and never again.",
            mixinStandardHelpOptions = true)
    static final class Create implements Runnable {

        @Mixin
        private ControlOptions control;

        @Option(names = "--client-id", paramLabel = "UUID", description = "Minted if not given.")
        private String clientId;

        @Option(
                names = "--client-token",
                paramLabel = "TOKEN",
                description = "Minted if not given, which keeps it out of the shell's history.")
        private String clientToken;

        @Override
        public void run() {
            ObjectNode client = ControlClient.JSON.createObjectNode();
            if (clientId != null) {
                client.put("clientId", clientId);
            }
            if (clientToken != null) {
                client.put("clientToken", clientToken);
            }
            control.print(
                    control.client().post("/clients", client),
                    registered -> new Table("CLIENT ID", "CLIENT TOKEN (not shown again)")
                            .row(
                                    registered.path("clientId").asText(),
                                    registered.path("clientToken").asText()));
        }
    }

    @Command(name = "list", description = "List the ids of all clients.", mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {

        @Mixin
        private ControlOptions control;

        @Override
        public void run() {
            control.print(control.client().get("/clients"), ListAll::table);
        }

        private static Table table(JsonNode answer) {
            Table table = new Table("CLIENT ID");
            answer.path("clients")
                    .forEach(client -> table.row(client.path("clientId").asText()));
            return table;
        }
    }
}
