package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers, changes, lists, shows and deletes action types. */
@Command(
        name = "action-type",
        description = "Register, change, list, show and delete action types.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ActionTypeCommand.Put.class,
            ActionTypeSetCommand.class,
            ActionTypeCommand.ListAll.class,
            ActionTypeCommand.Show.class,
            ActionTypeCommand.Delete.class
        })
final class ActionTypeCommand {

    static Table table(Iterable<JsonNode> actionTypes) {
        Table table = new Table("ACTION TYPE", "DISPATCH LEASE", "JOB TIMEOUT", "ACTION TIMEOUT", "CONTINUATION DELAY");
        actionTypes.forEach(actionType -> table.row(
                ActionTypeName.of(actionType.path("actionTypeId")).toString(),
                actionType.path("dispatchLeaseSeconds").asText() + " s",
                actionType.path("jobTimeoutSeconds").asText() + " s",
                actionType.path("actionTimeoutSeconds").asText() + " s",
                actionType.path("continuationDelaySeconds").asText() + " s"));
        return table;
    }

    @Command(
            name = "put",
            description = {
                "Register an action type, or put it in the place of a registered one.",
                "What that declares is not lost by being left out, unless --replace says so; see also action-type set."
            })
    static final class Put extends ControlCommand implements Runnable {

        @Parameters(
                paramLabel = ActionTypeName.FORM,
                converter = ActionTypeName.Converter.class,
                description = "E.g. ThirdParty/Test/Acme/1 or Custom/Build/Own/1")
        private ActionTypeName name;

        @Mixin
        private ActionTypeOptions options;

        @Option(names = "--replace", description = "Replace all of a registered one; what is not repeated is lost.")
        private boolean replace;

        @Override
        public void run() {
            ObjectNode definition = options.durations();
            options.properties(definition.arrayNode())
                    .forEach(property -> definition
                            .withArrayProperty("configurationProperties")
                            .add(property));
            String path = replace ? name.path() + "?replace=true" : name.path();
            print(client().put(path, definition), actionType -> table(List.of(actionType)));
        }
    }

    @Command(name = "show", description = "Show all of an action type.")
    static final class Show extends ControlCommand implements Runnable {

        @Parameters(paramLabel = ActionTypeName.FORM, converter = ActionTypeName.Converter.class)
        private ActionTypeName name;

        @Override
        public void run() {
            print(client().get(name.path()), Reports::actionType);
        }
    }

    @Command(name = "list", description = "List action types, by name.")
    static final class ListAll extends ListCommand {

        ListAll() {
            super("/action-types", "actionTypes");
        }

        @Override
        Table table(Iterable<JsonNode> actionTypes) {
            return ActionTypeCommand.table(actionTypes);
        }
    }

    @Command(
            name = "delete",
            description = "Delete an action type. Jobs that workers have go on. The version comes back only as it was.")
    static final class Delete extends ControlCommand implements Runnable {

        @Parameters(paramLabel = ActionTypeName.FORM, converter = ActionTypeName.Converter.class)
        private ActionTypeName name;

        @Override
        public void run() {
            client().delete(name.path());
            printDeleted("actionTypeId", name.json());
        }
    }
}
