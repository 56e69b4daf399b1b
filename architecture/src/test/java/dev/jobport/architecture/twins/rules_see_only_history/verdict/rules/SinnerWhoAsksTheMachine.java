package dev.jobport.architecture.twins.rules_see_only_history.verdict.rules;

record SinnerWhoAsksTheMachine() {
    boolean isStrict() {
        return System.getenv("STRICT") != null;
    }
}
