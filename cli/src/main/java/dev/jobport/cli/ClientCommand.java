package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
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

    @Command(name = "create", description = "Register a client. Its token is shown here and never again.")
    static final class Create extends ControlCommand implements Runnable {

        @Option(names = "--client-id", paramLabel = "UUID", description = "Minted if not given.")
        private String clientId;

        @Option(
                names = "--client-token",
                paramLabel = "TOKEN",
                description = "Default: a new one, which does not stand in the shell's history.")
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
            print(client().post("/clients", client), ClientCommand::withToken);
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
            description = "Give a client another token, shown here and never again. The one before is refused at once.")
    static final class Rotate extends ControlCommand implements Runnable {

        @Parameters(paramLabel = "CLIENT_ID")
        private String clientId;

        @Override
        public void run() {
            ObjectNode minted = ControlClient.JSON.createObjectNode();
            print(client().post(path(clientId) + "/rotate", minted), ClientCommand::withToken);
        }
    }

    @Command(
            name = "delete",
            description = {
                "Forget a client. Its token is refused at once.",
                "Its actions time out, unless they are stopped, or a client of the same id is created again."
            })
    static final class Delete extends ControlCommand implements Runnable {

        @Parameters(paramLabel = "CLIENT_ID")
        private String clientId;

        @Override
        public void run() {
            client().delete(path(clientId));
            printDeleted("clientId", ControlClient.JSON.getNodeFactory().textNode(clientId));
        }
    }

    @Command(name = "list", description = "List the ids of clients, in order.")
    static final class ListAll extends ListCommand {

        ListAll() {
            super("/clients", "clients");
        }

        @Override
        Table table(Iterable<JsonNode> clients) {
            Table table = new Table("CLIENT ID");
            clients.forEach(client -> table.row(client.path("clientId").asText()));
            return table;
        }
    }
}
