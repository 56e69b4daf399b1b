package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An action type as people write it: {@code ThirdParty/Test/Acme/1}. The server judges its parts. */
public record ActionTypeName(String owner, String category, String provider, String version) {

    static final String FORM = "OWNER/CATEGORY/PROVIDER/VERSION";

    static ActionTypeName of(JsonNode actionTypeId) {
        return new ActionTypeName(
                actionTypeId.path("owner").asText(),
                actionTypeId.path("category").asText(),
                actionTypeId.path("provider").asText(),
                actionTypeId.path("version").asText());
    }

    public ObjectNode json() {
        return ControlClient.JSON
                .createObjectNode()
                .put("owner", owner)
                .put("category", category)
                .put("provider", provider)
                .put("version", version);
    }

    public String path() {
        return "/action-types/"
                + Stream.of(owner, category, provider, version)
                        .map(ControlClient::segment)
                        .collect(Collectors.joining("/"));
    }

    @Override
    public String toString() {
        return String.join("/", owner, category, provider, version);
    }

    /** Reads one from the command line. */
    static final class Converter implements ITypeConverter<ActionTypeName> {

        @Override
        public ActionTypeName convert(String text) {
            String[] parts = text.split("/", -1);
            if (parts.length != 4) {
                throw new TypeConversionException("'" + text + "' is not of the form " + FORM);
            }
            return new ActionTypeName(parts[0], parts[1], parts[2], parts[3]);
        }
    }
}
