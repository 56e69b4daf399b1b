package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers, lists and removes clients, a customer's links to a partner, and gives them other tokens. */
@Command(
        name = "client",
        description = "Register, list and delete clients, a customer's links to a partner, and rotate their tokens.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ClientCommand.Create.class,
            ClientCommand.Rotate.class,
            ClientCommand.Delete.class,
            ClientCommand.ListAll.class
        })
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
            control.print(control.client().post("/clients", client), ClientCommand::withToken);
        }
    }

    private static Table withToken(JsonNode client) {
        return new Table("CLIENT ID", "CLIENT TOKEN (not shown again)")
                .row(
                        client.path("clientId").asText(),
                        client.path("clientToken").asText());
    }

    private static String path(String clientId) {
        return "/clients/" + ControlClient.segment(clientId);
    }

    @Command(
            name = "rotate",
            description = "Give a client another token, shown here and never again. The one before is refused at once.",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Runnable {

        @Mixin
        private ControlOptions control;

        @Parameters(paramLabel = "CLIENT_ID")
        private String clientId;

        @Override
        public void run() {
            ObjectNode minted = ControlClient.JSON.createObjectNode();
            control.print(control.client().post(path(clientId) + "/rotate", minted), ClientCommand::withToken);
        }
    }

    @Command(
            name = "delete",
            description = {
                "Forget a client. Its token is refused at once.",
                "Its actions time out, unless they are stopped, or a client of the same id is created again."
            },
            mixinStandardHelpOptions = true)
    static final class Delete implements Runnable {

        @Mixin
        private ControlOptions control;

        @Parameters(paramLabel = "CLIENT_ID")
        private String clientId;

        @Override
        public void run() {
            control.client().delete(path(clientId));
            control.printDeleted("clientId", ControlClient.JSON.getNodeFactory().textNode(clientId));
        }
    }

    @Command(name = "list", description = "List the ids of clients, in order.", mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {

        @Mixin
        private ControlOptions control;

        @Mixin
        private PageOptions page;

        @Override
        public void run() {
            control.print(
                    control.client().get("/clients", page.query()), answer -> PageOptions.with(table(answer), answer));
        }

        private static Table table(JsonNode answer) {
            Table table = new Table("CLIENT ID");
            answer.path("clients")
                    .forEach(client -> table.row(client.path("clientId").asText()));
            return table;
        }
    }
}
