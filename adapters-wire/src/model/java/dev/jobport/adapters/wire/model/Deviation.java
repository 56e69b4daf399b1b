package dev.jobport.adapters.wire.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Where the server differs from the published model, on purpose.
 *
 * @param shape whose name in the model
 * @param attribute of the shape, as the model names it
 * @param value of the attribute, as the server has it
 * @param reason why
 */
public record Deviation(String shape, String attribute, JsonNode value, String reason) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** All of them. */
    public static final List<Deviation> ALL = List.of(new Deviation(
            "ActionCategory",
            "enum",
            JSON.arrayNode()
                    .add("Source")
                    .add("Build")
                    .add("Deploy")
                    .add("Test")
                    .add("Invoke")
                    .add("Approval")
                    .add("Compute"),
            "the Java SDK's last model is older than this category"));

    @Override
    public String toString() {
        return shape + "." + attribute + " = " + value + ", as " + reason;
    }
}
