package dev.jobport.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of a contract as a clause that reports can name: what the test's name says is promised, and who says so. Clauses
 * stand on tests that can be asked of any endpoint, whoever made it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Clause {

    /** Such as {@code ACK-3}. No other clause has it, and none gets it when this one is gone. */
    String id();

    /** On whose authority. */
    Source source();

    /** The page, the shape of the model, the observation, or the decision in {@code docs/decisions}. */
    String where();

    /** What kind of authority a clause has. */
    enum Source {
        /** AWS's documentation. */
        DOC("AWS's documentation"),
        /** AWS's model of the API. */
        MODEL("AWS's model"),
        /** It was observed of AWS. */
        SEEN("observed"),
        /** AWS is silent, and this project decided: another answer is a difference, and no fault. */
        OURS("ours");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
