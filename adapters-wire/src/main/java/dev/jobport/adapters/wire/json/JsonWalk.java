package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;

/** Goes through a JSON text token by token, and finds what is wrong with it as a reader does that makes a tree. */
final class JsonWalk {

    private final JsonFactory factory;

    JsonWalk(StreamReadConstraints limits) {
        this.factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES) // it would keep the names that it has seen
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .build();
    }

    /**
     * @return how many tokens it has
     * @throws Unreadable.NotJson if it is no object, or has half a surrogate pair
     * @throws JsonParseException with the place, if it is not JSON, names a member twice, or goes on after its end
     */
    int through(String text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            JsonToken first = parser.nextToken();
            boolean whole = first == null
                    || toTheEnd(
                            parser, text.contains("\\u")); // other characters are whole: the decoder has seen to that
            if (first != JsonToken.START_OBJECT) {
                throw Json.noObject();
            }
            if (!whole) {
                throw Json.halfACharacter();
            }
            return (int) parser.currentTokenCount();
        }
    }

    /** @return whether its characters are whole */
    private static boolean toTheEnd(JsonParser parser, boolean escaped) throws IOException {
        SeenNames names = new SeenNames();
        boolean whole = true;
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            switch (token) {
                case START_OBJECT -> names.enter();
                case END_OBJECT -> names.leave();
                case FIELD_NAME -> {
                    if (!names.add(parser.currentName())) {
                        throw new JsonParseException(parser, "a member is named twice", parser.currentTokenLocation());
                    }
                }
                default -> {}
            }
            if (escaped && (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING)) {
                whole &= Json.isWhole(parser.getText());
            }
            if (depth == 0 && parser.nextToken() != null) {
                throw new JsonParseException(parser, "it goes on", parser.currentTokenLocation());
            }
        } while (depth > 0 && parser.nextToken() != null);
        return whole;
    }
}
