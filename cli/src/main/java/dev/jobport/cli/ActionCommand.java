package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts, stops and shows action executions. */
@Command(
        name = "action",
        description = "Start, stop, list and show action executions.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ActionStartCommand.class,
            ActionCommand.Stop.class,
            ActionCommand.ListAll.class,
            ActionCommand.Show.class
        })
final class ActionCommand {

    @Command(name = "list", description = "List action executions, the newest first.")
    static final class ListAll extends ListCommand {

        ListAll() {
            super("/action-executions", "actionExecutions");
        }

        @Override
        Table table(Iterable<JsonNode> actions) {
            Table table = new Table("ACTION EXECUTION", "STATUS", "%", "ACTION TYPE", "STARTED", "SUMMARY");
            actions.forEach(action -> table.row(
                    action.path("actionExecutionId").asText(),
                    action.path("status").asText(),
                    action.path("percentComplete").asText(),
                    ActionTypeName.of(action.path("actionTypeId")).toString(),
                    action.path("startedAt").asText(),
                    action.path("summary").asText()));
            return table;
        }
    }

    @Command(
            name = "stop",
            description = {
                "Stop an action for good: it is Abandoned from then on.",
                "Jobs that no worker has acknowledged are not offered any more; what a worker still reports changes"
                        + " nothing."
            })
    static final class Stop extends ControlCommand implements Runnable {

        @Parameters(paramLabel = "ACTION_EXECUTION_ID")
        private String id;

        @Override
        public void run() {
            String path = "/action-executions/" + ControlClient.segment(id) + "/stop";
            print(client().post(path, ControlClient.JSON.createObjectNode()), Reports::action);
        }
    }

    @Command(name = "show", description = "Show an action execution and its jobs.")
    static final class Show extends ControlCommand implements Runnable {

        @Parameters(paramLabel = "ACTION_EXECUTION_ID")
        private String id;

        @Override
        public void run() {
            print(client().get("/action-executions/" + ControlClient.segment(id)), Reports::action);
        }
    }
}
