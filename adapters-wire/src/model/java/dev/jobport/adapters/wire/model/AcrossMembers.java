package dev.jobport.adapters.wire.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What the model leaves to its prose: which members, each of them good, do not go together. Shares no line with the server. */
public final class AcrossMembers {

    private static final int MAX_TAGS = 50;

    private AcrossMembers() {}

    /** The body of the answer that refuses a request whose form is good; empty if its members go together. */
    public static Optional<JsonNode> of(String operation, JsonNode request) {
        return switch (operation) {
            case "PutJobSuccessResult" -> ofSuccess(request);
            case "CreateCustomActionType" -> {
                JsonNode properties = request.path("configurationProperties");
                yield ofEach(properties, "required", true, "secret")
                        .or(() -> ofCounts(request))
                        .or(() -> ofProperties(properties))
                        .or(() -> ofTags(request.path("tags")));
            }
            case "UpdateActionType" -> {
                JsonNode type = request.path("actionType");
                JsonNode properties = type.path("properties");
                yield ofCounts(type)
                        .or(() -> ofEach(properties, "optional", false, "noEcho"))
                        .or(() -> ofProperties(properties));
            }
            case "TagResource" -> ofTags(request.path("tags"));
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> ofSuccess(JsonNode request) {
        boolean bothGiven = request.hasNonNull("continuationToken")
                && !request.path("outputVariables").isEmpty();
        return bothGiven
                ? invalid("A job can not contain both a continuation token and output variables.")
                : Optional.empty();
    }

    /** @param whenRequired what the member of the name {@code presence} is if the property is required */
    private static Optional<JsonNode> ofEach(
            JsonNode properties, String presence, boolean whenRequired, String secrecy) {
        for (JsonNode property : properties) {
            boolean required = property.get(presence).booleanValue() == whenRequired;
            boolean secret = property.get(secrecy).booleanValue();
            if (property.path("queryable").booleanValue() && (!required || secret)) {
                return invalid("The configuration property '"
                        + property.get("name").textValue() + "' is queryable, so it must be required and not secret.");
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> ofCounts(JsonNode type) {
        for (String details : List.of("inputArtifactDetails", "outputArtifactDetails")) {
            int minimum = type.path(details).path("minimumCount").intValue();
            int maximum = type.path(details).path("maximumCount").intValue();
            if (maximum < minimum) {
                return invalid("The maximumCount of artifacts, " + maximum + ", is below their minimumCount, " + minimum
                        + "; raise the one or lower the other.");
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> ofProperties(JsonNode properties) {
        Set<String> names = new HashSet<>();
        int queryable = 0;
        for (JsonNode property : properties) {
            names.add(property.get("name").textValue());
            queryable += property.path("queryable").booleanValue() ? 1 : 0;
        }
        if (names.size() < properties.size()) {
            return invalid("No two configuration properties of an action type have the same name.");
        }
        return queryable > 1
                ? invalid("At most one configuration property of an action type is queryable.")
                : Optional.empty();
    }

    private static Optional<JsonNode> invalid(String message) {
        return refused("ValidationException", message);
    }

    private static Optional<JsonNode> ofTags(JsonNode tags) {
        Set<String> keys = new HashSet<>();
        for (JsonNode tag : tags) {
            String key = tag.get("key").textValue();
            if (!keys.add(key)) {
                return refused("InvalidTagsException", "Two tags have the key '" + key + "'; give it once.");
            }
        }
        return StreamSupport.stream(tags.spliterator(), false)
                .sorted((one, other) ->
                        one.get("key").textValue().compareTo(other.get("key").textValue()))
                .map(tag -> ofTag(tag.get("key").textValue(), tag.get("value").textValue()))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> keys.size() > MAX_TAGS
                        ? refused(
                                "TooManyTagsException",
                                "There would be " + keys.size() + " tags, and there may be 50; take some away first.")
                        : Optional.empty());
    }

    private static Optional<JsonNode> ofTag(String key, String value) {
        if (key.isBlank()) {
            return refused("InvalidTagsException", "The key of a tag is blank; name the tag.");
        }
        boolean allowed = (key + value)
                .codePoints()
                .allMatch(c ->
                        Character.isLetter(c) || isNumber(c) || Character.isSpaceChar(c) || "+-=._:/@".indexOf(c) >= 0);
        return allowed
                ? Optional.empty()
                : refused(
                        "InvalidTagsException",
                        "The tag '" + key
                                + "' has other characters than letters, digits, blanks and + - = . _ : / @;"
                                + " take them out.");
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static Optional<JsonNode> refused(String error, String message) {
        return Optional.of(
                JsonNodeFactory.instance.objectNode().put("__type", error).put("message", message));
    }
}
