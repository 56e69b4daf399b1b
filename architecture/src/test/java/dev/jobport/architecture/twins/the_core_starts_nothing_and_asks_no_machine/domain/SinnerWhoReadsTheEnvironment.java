package dev.jobport.architecture.twins.the_core_starts_nothing_and_asks_no_machine.domain;

record SinnerWhoReadsTheEnvironment() {
    String home() {
        return System.getenv("HOME");
    }
}
