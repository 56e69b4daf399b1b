package dev.jobport.adapters.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the operator's list of credentials. What it complains of is told with its place, never with its value. */
final class CredentialsReader {

    /** Of keys and tokens: free of what separates the parts of an {@code Authorization} header and of an ARN. */
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,128}");

    /** Of secrets, in characters: at random, half of them were enough against guesses over a network. */
    static final int LEAST_LENGTH = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private CredentialsReader() {}

    private record Document(
            @JsonProperty("keys") List<Key> keys,
            @JsonProperty("tokens") List<NamedToken> tokens,
            @JsonProperty("controlTokens") List<Token> controlTokens) {}

    private record Key(
            @JsonProperty("accessKeyId") String accessKeyId,
            @JsonProperty("secretAccessKey") String secretAccessKey,
            @JsonProperty("sessionToken") String sessionToken,
            @JsonProperty("accountId") String accountId,
            @JsonProperty("actionTypes") List<String> actionTypes,
            @JsonProperty("control") Boolean control) {}

    private record NamedToken(
            @JsonProperty("name") String name,
            @JsonProperty("token") String token,
            @JsonProperty("accountId") String accountId,
            @JsonProperty("actionTypes") List<String> actionTypes,
            @JsonProperty("control") Boolean control) {}

    private record Token(String token, String accountId) {

        /** Of the server's own account. */
        @JsonCreator
        static Token of(String token) {
            return new Token(token, null);
        }

        @JsonCreator
        static Token of(@JsonProperty("token") String token, @JsonProperty("accountId") String accountId) {
            return new Token(token, accountId);
        }
    }

    /** The list is not as it should be; the message tells where and why, in the middle of a sentence. */
    static final class Malformed extends Exception {
        Malformed(String message) {
            super(message);
        }
    }

    static Credentials read(byte[] json) throws Malformed {
        Document document = parse(json);
        if (document == null) {
            throw new Malformed("it is not a JSON object");
        }
        List<AccessKey> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Key key : orEmpty(document.keys())) {
            String place = "keys[" + keys.size() + "]";
            keys.add(accessKey(place, key));
            require(ids.add(key.accessKeyId()), place + ".accessKeyId", "is there twice");
        }
        return new Credentials(keys, tokens(document));
    }

    private static List<BearerToken> tokens(Document document) throws Malformed {
        List<BearerToken> tokens = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NamedToken token : orEmpty(document.tokens())) {
            String place = "tokens[" + tokens.size() + "]";
            tokens.add(namedToken(place, token));
            require(names.add(token.name()), place + ".name", "is there twice");
        }
        int control = 0;
        for (Token token : orEmpty(document.controlTokens())) {
            tokens.add(controlToken("controlTokens[" + control++ + "]", token));
        }
        return tokens;
    }

    private static BearerToken namedToken(String place, NamedToken token) throws Malformed {
        require(token != null, place, "must be an object");
        require(
                token.name() != null && NAME.matcher(token.name()).matches(),
                place + ".name",
                "must be there, with 1 to 128 letters, digits, _ or -");
        require(isFilled(token.token()), place + ".token", "must be there, and not be empty");
        requireLong(token.token(), place + ".token");
        return BearerToken.of(
                token.token(),
                token.name(),
                accountId(place, token.accountId()),
                actionTypes(place + ".actionTypes", orEmpty(token.actionTypes())),
                Boolean.TRUE.equals(token.control()));
    }

    private static BearerToken controlToken(String place, Token token) throws Malformed {
        require(
                token != null && isFilled(token.token()),
                place,
                "must be a text that is not empty, or an object with one as its token");
        requireLong(token.token(), place);
        return BearerToken.ofControl(token.token(), accountId(place, token.accountId()));
    }

    private static void requireLong(String secret, String place) throws Malformed {
        require(
                secret.length() >= LEAST_LENGTH,
                place,
                "must have at least " + LEAST_LENGTH + " characters, so that nobody can guess it, as what"
                        + " 'openssl rand -hex 20' prints has");
    }

    private static Optional<String> accountId(String place, String id) throws Malformed {
        require(id == null || Account.ID.accepts(id), place + ".accountId", "must be 12 digits, or left out");
        return Optional.ofNullable(id);
    }

    private static AccessKey accessKey(String place, Key key) throws Malformed {
        require(key != null, place, "must be an object");
        require(
                key.accessKeyId() != null && NAME.matcher(key.accessKeyId()).matches(),
                place + ".accessKeyId",
                "must be there, with 1 to 128 letters, digits, _ or -");
        require(isFilled(key.secretAccessKey()), place + ".secretAccessKey", "must be there, and not be empty");
        requireLong(key.secretAccessKey(), place + ".secretAccessKey");
        require(
                key.sessionToken() == null || isFilled(key.sessionToken()),
                place + ".sessionToken",
                "must not be empty: leave it out");
        return new AccessKey(
                key.accessKeyId(),
                key.secretAccessKey(),
                Optional.ofNullable(key.sessionToken()),
                accountId(place, key.accountId()),
                actionTypes(place + ".actionTypes", orEmpty(key.actionTypes())),
                Boolean.TRUE.equals(key.control()));
    }

    private static Set<ActionTypePattern> actionTypes(String place, List<String> texts) throws Malformed {
        Set<ActionTypePattern> patterns = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String item = place + "[" + i + "]";
            require(texts.get(i) != null, item, "must be a text");
            try {
                patterns.add(ActionTypePattern.parse(texts.get(i)));
            } catch (Refusal.Validation e) {
                throw new Malformed(item + " is wrong: " + e.getMessage());
            }
        }
        return patterns;
    }

    private static Document parse(byte[] json) throws Malformed {
        try {
            return MAPPER.readValue(json, Document.class);
        } catch (UnrecognizedPropertyException e) {
            throw new Malformed("it does not know the member '" + e.getPropertyName() + "'" + place(e)
                    + "; known there: " + e.getKnownPropertyIds());
        } catch (MismatchedInputException e) {
            throw new Malformed("a value is of the wrong JSON type" + place(e));
        } catch (JsonProcessingException e) {
            throw new Malformed("it is not JSON, or a member is there twice" + line(e.getLocation()));
        } catch (IOException e) {
            throw new IllegalStateException("an array of bytes can always be read", e);
        }
    }

    private static String place(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return (path.isEmpty() ? "" : " at " + path.substring(path.startsWith(".") ? 1 : 0)) + line(e.getLocation());
    }

    private static String line(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static void require(boolean good, String place, String complaint) throws Malformed {
        if (!good) {
            throw new Malformed(place + " " + complaint);
        }
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
