package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.JsonNode;

/** What a member of a request is, or has to be. */
public enum JsonType {
    Text("a text"),
    Integer("a whole number of 32 bits"),
    Number("a number"),
    Timestamp("a time in seconds since 1970, as a number"),
    Boolean("true or false"),
    True("true"),
    False("false"),
    Null("null"),
    List("a list"),
    Map("an object"),
    Structure("an object");

    private final String described;

    JsonType(String described) {
        this.described = described;
    }

    static JsonType of(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Text;
            case NUMBER -> Number;
            case BOOLEAN -> node.booleanValue() ? True : False;
            case ARRAY -> List;
            case OBJECT -> Structure;
            case NULL -> Null;
            case BINARY, POJO, MISSING ->
                throw new IllegalArgumentException("no parser makes a node of the type " + node.getNodeType());
        };
    }

    /** For people, with its article. */
    public String described() {
        return described;
    }
}
