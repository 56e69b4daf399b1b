package dev.jobport.architecture.twins.nobody_catches_a_refusal.bootstrap;

import dev.jobport.architecture.twins.nobody_catches_a_refusal.application.driving.Clock;

record SinnerWhoCatchesFurtherOut(Clock clock) {
    void run() {
        try {
            tick();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void tick() {
        clock.tick();
    }
}
