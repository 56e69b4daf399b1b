package dev.jobport.architecture.twins.the_core_starts_nothing_and_asks_no_machine.domain;

record SinnerWhoAsksForAProcess() {
    long number() {
        return ProcessHandle.current().pid();
    }
}
