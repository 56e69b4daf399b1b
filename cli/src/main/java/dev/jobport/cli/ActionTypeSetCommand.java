package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Changes of an action type what is named. */
@Command(name = "set", description = "Change of a registered action type what is named here; the rest stays.")
final class ActionTypeSetCommand extends ControlCommand implements Runnable {

    private static final String PROPERTIES = "configurationProperties";

    @Parameters(paramLabel = ActionTypeName.FORM, converter = ActionTypeName.Converter.class)
    private ActionTypeName name;

    @Mixin
    private ActionTypeOptions options;

    @Option(names = "--remove-property", paramLabel = "NAME", description = "A configuration property that is to go.")
    private List<String> removed = List.of();

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "A tag that it is to have.")
    private Map<String, String> tags = new LinkedHashMap<>();

    @Option(names = "--remove-tag", paramLabel = "KEY", description = "A tag that is to go.")
    private List<String> removedTags = List.of();

    @Override
    public void run() {
        ObjectNode patch = options.durations();
        tags.forEach(patch.withObjectProperty("tags")::put);
        removedTags.forEach(patch.withObjectProperty("tags")::putNull);
        if (patch.path("tags").isEmpty()) {
            patch.remove("tags");
        }
        if (options.hasProperties() || !removed.isEmpty()) {
            patch.set(PROPERTIES, properties());
        }
        if (patch.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "name what is to change");
        }
        print(client().patch(name.path(), patch), actionType -> ActionTypeCommand.table(List.of(actionType)));
    }

    /** A patch replaces the list as a whole, so what is there has to be in it. */
    private ArrayNode properties() {
        options.properties(ControlClient.JSON.createArrayNode()); // finds a slip before the server is asked
        JsonNode registered = client().get(name.path()).path(PROPERTIES);
        ArrayNode kept = ControlClient.JSON.createArrayNode();
        for (JsonNode property : registered) {
            if (!removed.contains(property.path("name").asText())) {
                kept.add(property);
            }
        }
        if (registered.size() - kept.size() < removed.size()) {
            throw new CommandFailed(name + " does not have each configuration property that is to be removed; see"
                    + " jobport action-type show " + name);
        }
        return options.properties(kept);
    }
}
