package dev.jobport.architecture.twins.the_core_starts_nothing_and_asks_no_machine.application;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

record SinnerWithAPool(Executor pool) {
    SinnerWithAPool() {
        this(Executors.newCachedThreadPool());
    }
}
