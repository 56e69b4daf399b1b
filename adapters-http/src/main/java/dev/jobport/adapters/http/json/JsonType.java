package dev.jobport.adapters.http.json;

import com.fasterxml.jackson.databind.JsonNode;

/** What a member of a request is, or has to be. */
public enum JsonType {
    Text("String", "a text"),
    Integer("Integer", "a whole number of 32 bits"),
    Number("Number", "a number"),
    Timestamp("Timestamp", "a time in seconds since 1970, as a number"),
    Boolean("Boolean", "true or false"),
    Null("Null", "null"),
    List("List", "a list"),
    Structure("Structure", "an object");

    private final String awsName;
    private final String described;

    JsonType(String awsName, String described) {
        this.awsName = awsName;
        this.described = described;
    }

    static JsonType of(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Text;
            case NUMBER -> Number;
            case BOOLEAN -> Boolean;
            case ARRAY -> List;
            case OBJECT -> Structure;
            case NULL -> Null;
            case BINARY, POJO, MISSING ->
                throw new IllegalArgumentException("no parser makes a node of the type " + node.getNodeType());
        };
    }

    /** As AWS's messages name it. */
    public String awsName() {
        return awsName;
    }

    /** For people, with its article. */
    public String described() {
        return described;
    }
}
