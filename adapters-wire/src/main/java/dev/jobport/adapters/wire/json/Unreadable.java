package dev.jobport.adapters.wire.json;

import dev.jobport.domain.Violation;

/** A request that cannot be read, so that the core never hears of it. Each side of the server answers in its own words. */
public abstract sealed class Unreadable extends RuntimeException {

    private Unreadable(String message) {
        super(message, null, false, false); // an answer, not a crash: a stack trace would only cost time
    }

    /** The body is not a JSON object in UTF-8 whose members are named once each. */
    public static final class NotJson extends Unreadable {
        public NotJson(String message) {
            super(message);
        }
    }

    /** A member is of another JSON type than it has to be. Its value is not told: it may be a secret. */
    public static final class WrongType extends Unreadable {
        private final String path;
        private final JsonType found;
        private final JsonType wanted;

        public WrongType(String path, JsonType found, JsonType wanted) {
            super("The value at '" + path + "' must be " + wanted.described() + ", not " + found.described() + ".");
            this.path = path;
            this.found = found;
            this.wanted = wanted;
        }

        /** The same as of a value. */
        public Violation violation() {
            return Violation.of("be " + wanted.described() + ", not " + found.described())
                    .in(path);
        }

        public JsonType found() {
            return found;
        }

        public JsonType wanted() {
            return wanted;
        }
    }
}
