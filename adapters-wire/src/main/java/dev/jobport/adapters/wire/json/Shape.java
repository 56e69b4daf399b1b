package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A structure in JSON. Its members are declared once, in their order, by a function over a {@link Form}; run over one
 * form or another, that declaration reads a request, writes an answer, or shows the schema.
 *
 * <pre>{@code
 * Shape<ArtifactDetails> DETAILS = Shape.of("ArtifactDetails", form -> {
 *     var minimumCount = form.required("minimumCount", whole(COUNT), ArtifactDetails::minimumCount);
 *     var maximumCount = form.required("maximumCount", whole(COUNT), ArtifactDetails::maximumCount);
 *     return form.build(() -> new ArtifactDetails(minimumCount, maximumCount));
 * });
 * }</pre>
 *
 * <p>A value that was declared may be used in {@link Form#build} only: before, it may be null.
 *
 * @param <T> the value that the structure stands for
 */
public final class Shape<T> implements Type<T> {

    private final String name;
    private final boolean isAnswer;
    private final Function<Form<T>, T> members;

    private Shape(String name, boolean isAnswer, Function<Form<T>, T> members) {
        this.name = name;
        this.isAnswer = isAnswer;
        this.members = members;
    }

    /** A structure that requests have, and answers may have too. */
    public static <T> Shape<T> of(String name, Function<Form<T>, T> members) {
        return new Shape<>(name, false, members);
    }

    /** A structure that only answers have. What has a default is always in it. */
    public static <T> Shape<T> answer(String name, Consumer<Form<T>> members) {
        return new Shape<>(name, true, form -> {
            members.accept(form);
            return null;
        });
    }

    /** An answer of one member. */
    public static <T> Shape<T> only(String member, Type<T> type) {
        return answer("Only" + member, form -> form.required(member, type, Function.identity()));
    }

    /**
     * Reads a whole request.
     *
     * @throws dev.jobport.domain.Refusal.Validation with everything that is wrong, if anything is
     */
    public T read(Members in) {
        T value = members.apply(new Reading<>(in));
        in.check();
        return value;
    }

    @Override
    public T read(Members in, String member, JsonNode present) {
        return in.structure(member, present, inside -> members.apply(new Reading<>(inside)));
    }

    @Override
    public ObjectNode write(T value) {
        Writing<T> writing = new Writing<>(value, Json.object());
        members.apply(writing);
        return writing.json;
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        return schemas.reference(name, () -> {
            Showing<T> showing = new Showing<>(isAnswer, schemas);
            members.apply(showing);
            return showing.schema();
        });
    }

    private record Reading<T>(Members in) implements Form<T> {

        @Override
        public <V> V required(String member, Type<V> type, Function<T, V> get) {
            return in.required(member, type);
        }

        @Override
        public <V> Optional<V> optional(String member, Type<V> type, Function<T, Optional<V>> get) {
            return in.optional(member, type);
        }

        @Override
        public <V> V orAbsent(String member, Type<V> type, V otherwise, Function<T, V> get) {
            return in.optional(member, type).orElse(otherwise);
        }

        @Override
        public void ignored(String member, String about) {
            in.ignore(member);
        }

        @Override
        public T build(Supplier<T> value) {
            return in.build(value);
        }
    }

    private record Writing<T>(T value, ObjectNode json) implements Form<T> {

        @Override
        public <V> V required(String member, Type<V> type, Function<T, V> get) {
            V held = get.apply(value);
            json.set(member, type.write(held));
            return held;
        }

        @Override
        public <V> Optional<V> optional(String member, Type<V> type, Function<T, Optional<V>> get) {
            Optional<V> held = get.apply(value);
            if (held.isPresent()) {
                json.set(member, type.write(held.get()));
            }
            return held;
        }

        @Override
        public <V> V orElse(String member, Type<V> type, V otherwise, Function<T, V> get) {
            return required(member, type, get);
        }

        @Override
        public <V> V orAbsent(String member, Type<V> type, V otherwise, Function<T, V> get) {
            V held = get.apply(value);
            return held.equals(otherwise) ? held : required(member, type, get);
        }
    }

    private static final class Showing<T> implements Form<T> {

        private final boolean isAnswer;
        private final Schemas schemas;
        private final ObjectNode schema = Types.ofType("object");
        private final ObjectNode properties = Json.object();
        private final ArrayNode required = Json.array(0);

        Showing(boolean isAnswer, Schemas schemas) {
            this.isAnswer = isAnswer;
            this.schemas = schemas;
        }

        @Override
        public <V> V required(String member, Type<V> type, Function<T, V> get) {
            properties.set(member, type.schema(schemas));
            required.add(member);
            return null;
        }

        @Override
        public <V> Optional<V> optional(String member, Type<V> type, Function<T, Optional<V>> get) {
            properties.set(member, type.schema(schemas));
            return Optional.empty();
        }

        @Override
        public <V> V orElse(String member, Type<V> type, V otherwise, Function<T, V> get) {
            return isAnswer ? required(member, type, get) : orAbsent(member, type, otherwise, get);
        }

        @Override
        public <V> V orAbsent(String member, Type<V> type, V otherwise, Function<T, V> get) {
            ObjectNode shown = type.schema(schemas);
            JsonNode written = type.write(otherwise);
            if (!isAnswer && !(written.isContainerNode() && written.isEmpty())) {
                shown.set("default", written);
            }
            properties.set(member, shown);
            return otherwise;
        }

        @Override
        public void ignored(String member, String about) {
            properties.set(member, Json.object().put("description", about));
        }

        @Override
        public void about(String description) {
            schema.put("description", description);
        }

        ObjectNode schema() {
            schema.set("properties", properties);
            if (!required.isEmpty()) {
                schema.set("required", required);
            }
            return isAnswer ? schema : schema.put("additionalProperties", false);
        }
    }
}
