package dev.jobport.architecture.twins.the_core_reads_no_clock_and_rolls_no_dice.domain;

import java.time.Instant;

record SinnerWhoReadsTheClock(Instant at) {
    SinnerWhoReadsTheClock() {
        this(Instant.now());
    }
}
