package dev.jobport.bootstrap.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts and shows action executions. */
@Command(
        name = "action",
        description = "Start, list and show action executions.",
        mixinStandardHelpOptions = true,
        subcommands = {ActionStartCommand.class, ActionCommand.ListAll.class, ActionCommand.Show.class})
final class ActionCommand {

    @Command(name = "list", description = "List action executions, the newest first.", mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {

        @Mixin
        private ControlOptions control;

        @Mixin
        private PageOptions page;

        @Override
        public void run() {
            control.print(
                    control.client().get("/action-executions", page.query()),
                    answer -> PageOptions.with(table(answer.path("actionExecutions")), answer));
        }

        private static Table table(Iterable<JsonNode> actions) {
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

    @Command(name = "show", description = "Show an action execution and its jobs.", mixinStandardHelpOptions = true)
    static final class Show implements Runnable {

        @Mixin
        private ControlOptions control;

        @Parameters(paramLabel = "ACTION_EXECUTION_ID")
        private String id;

        @Override
        public void run() {
            control.print(control.client().get("/action-executions/" + ControlClient.segment(id)), Reports::action);
        }
    }
}
