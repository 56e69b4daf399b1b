package dev.jobport.bootstrap.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers, lists and deletes action types. */
@Command(
        name = "action-type",
        description = "Register, list and delete action types.",
        mixinStandardHelpOptions = true,
        subcommands = {ActionTypeCommand.Put.class, ActionTypeCommand.ListAll.class, ActionTypeCommand.Delete.class})
final class ActionTypeCommand {

    private static Table table(Iterable<JsonNode> actionTypes) {
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
            description = "Register an action type, or give a registered one new durations and properties.",
            mixinStandardHelpOptions = true)
    static final class Put implements Runnable {

        @Mixin
        private ControlOptions control;

        @Parameters(
                paramLabel = ActionTypeName.FORM,
                converter = ActionTypeName.Converter.class,
                description = "E.g. ThirdParty/Test/Acme/1 or Custom/Build/Own/1")
        private ActionTypeName name;

        @Option(
                names = "--dispatch-lease",
                paramLabel = "SECONDS",
                description = "How long a job that was handed out waits for its acknowledgement.")
        private Integer dispatchLease;

        @Option(
                names = "--job-timeout",
                paramLabel = "SECONDS",
                description = "How long a job may take from its acknowledgement to its result.")
        private Integer jobTimeout;

        @Option(
                names = "--action-timeout",
                paramLabel = "SECONDS",
                description = "How long an action may take, all its jobs together.")
        private Integer actionTimeout;

        @Option(
                names = "--continuation-delay",
                paramLabel = "SECONDS",
                description = "How long a follow-up job waits until it can be polled.")
        private Integer continuationDelay;

        @Option(
                names = "--property",
                paramLabel = "NAME[:FLAG,...]",
                description = "A configuration property of its actions; flags are required, key, secret, queryable."
                        + " Without any, actions take any configuration.")
        private List<String> properties = List.of();

        @Override
        public void run() {
            ObjectNode definition = ControlClient.JSON.createObjectNode();
            putIfGiven(definition, "dispatchLeaseSeconds", dispatchLease);
            putIfGiven(definition, "jobTimeoutSeconds", jobTimeout);
            putIfGiven(definition, "actionTimeoutSeconds", actionTimeout);
            putIfGiven(definition, "continuationDelaySeconds", continuationDelay);
            properties.forEach(
                    property -> addProperty(definition.withArrayProperty("configurationProperties"), property));
            control.print(control.client().put(name.path(), definition), actionType -> table(List.of(actionType)));
        }

        private static void addProperty(ArrayNode list, String property) {
            int colon = property.lastIndexOf(':');
            ObjectNode json = list.addObject().put("name", colon < 0 ? property : property.substring(0, colon));
            if (colon >= 0) {
                Stream.of(property.substring(colon + 1).split(",")).forEach(flag -> json.put(flag, true));
            }
        }

        private static void putIfGiven(ObjectNode definition, String member, Integer seconds) {
            if (seconds != null) {
                definition.put(member, seconds);
            }
        }
    }

    @Command(name = "list", description = "List action types, by name.", mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {

        @Mixin
        private ControlOptions control;

        @Mixin
        private PageOptions page;

        @Override
        public void run() {
            control.print(
                    control.client().get("/action-types", page.query()),
                    answer -> PageOptions.with(table(answer.path("actionTypes")), answer));
        }
    }

    @Command(
            name = "delete",
            description = "Delete an action type. Jobs that workers have go on. The version comes back only as it was.",
            mixinStandardHelpOptions = true)
    static final class Delete implements Runnable {

        @Mixin
        private ControlOptions control;

        @Parameters(paramLabel = ActionTypeName.FORM, converter = ActionTypeName.Converter.class)
        private ActionTypeName name;

        @Override
        public void run() {
            control.client().delete(name.path());
            control.printDeleted("actionTypeId", name.json());
        }
    }
}
