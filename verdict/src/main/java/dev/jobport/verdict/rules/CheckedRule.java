package dev.jobport.verdict.rules;

import dev.jobport.verdict.Rule;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Source;
import dev.jobport.verdict.history.Vantage;
import java.util.Set;

/** A rule and the check of it. */
record CheckedRule(Rule rule, Check check) {

    static Draft error(String id, String statement) {
        return new Draft(id, Severity.ERROR, statement);
    }

    static Draft warning(String id, String statement) {
        return new Draft(id, Severity.WARNING, statement);
    }

    static Draft advice(String id, String statement) {
        return new Draft(id, Severity.ADVICE, statement);
    }

    /** A rule that is being written down. */
    static final class Draft {

        private final String id;
        private final Severity severity;
        private final String statement;
        private String why;
        private Source source;
        private Set<Vantage> needs = Set.of(Vantage.WIRE);
        private String exercisedBy;
        private String advice;

        private Draft(String id, Severity severity, String statement) {
            this.id = id;
            this.severity = severity;
            this.statement = statement;
        }

        Draft why(String whatHappens) {
            why = whatHappens;
            return this;
        }

        Draft source(Source.Kind kind, String where) {
            source = new Source(kind, where);
            return this;
        }

        /** Beside the wire, which is what most rules need. */
        Draft alsoSeenFrom(Vantage vantage) {
            needs = Set.of(Vantage.WIRE, vantage);
            return this;
        }

        Draft exercisedBy(String what) {
            exercisedBy = what;
            return this;
        }

        Draft advice(String whatToDo) {
            advice = whatToDo;
            return this;
        }

        CheckedRule check(Check check) {
            return new CheckedRule(
                    new Rule(RuleId.of(id), statement, why, source, severity, needs, exercisedBy, advice), check);
        }
    }
}
