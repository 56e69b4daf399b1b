package dev.jobport.architecture.twins.the_core_reads_no_clock_and_rolls_no_dice.application;

import java.util.UUID;
import java.util.function.Supplier;

record SinnerWithAMethodReference(Supplier<UUID> ids) {
    SinnerWithAMethodReference() {
        this(UUID::randomUUID);
    }
}
