package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an action type is to be like. */
final class ActionTypeOptions {

    /** What a configuration property may be. */
    static final List<String> FLAGS = List.of("required", "key", "secret", "queryable");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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
            description = "A configuration property of its actions; flags are required, key, secret, queryable,"
                    + " and -FLAG takes one away. Without any property, actions take any configuration.")
    private List<String> properties = List.of();

    boolean hasProperties() {
        return !properties.isEmpty();
    }

    /** Those durations that are given. */
    ObjectNode durations() {
        ObjectNode definition = ControlClient.JSON.createObjectNode();
        putIfGiven(definition, "dispatchLeaseSeconds", dispatchLease);
        putIfGiven(definition, "jobTimeoutSeconds", jobTimeout);
        putIfGiven(definition, "actionTimeoutSeconds", actionTimeout);
        putIfGiven(definition, "continuationDelaySeconds", continuationDelay);
        return definition;
    }

    private static void putIfGiven(ObjectNode definition, String member, Integer seconds) {
        if (seconds != null) {
            definition.put(member, seconds);
        }
    }

    /** These properties, with what the options say of them and of others. */
    ArrayNode properties(ArrayNode before) {
        for (String property : properties) {
            int colon = property.lastIndexOf(':');
            ObjectNode named = named(before, colon < 0 ? property : property.substring(0, colon));
            if (colon >= 0) {
                Stream.of(property.substring(colon + 1).split(","))
                        .forEach(flag -> named.put(known(flag.replaceFirst("^-", "")), !flag.startsWith("-")));
            }
        }
        return before;
    }

    private String known(String flag) {
        if (!FLAGS.contains(flag)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--property takes no flag '" + flag + "'; there are " + String.join(", ", FLAGS)
                            + Nearest.question(flag, FLAGS));
        }
        return flag;
    }

    private static ObjectNode named(ArrayNode list, String name) {
        for (JsonNode property : list) {
            if (property.path("name").asText().equals(name)) {
                return (ObjectNode) property;
            }
        }
        return list.addObject().put("name", name);
    }
}
