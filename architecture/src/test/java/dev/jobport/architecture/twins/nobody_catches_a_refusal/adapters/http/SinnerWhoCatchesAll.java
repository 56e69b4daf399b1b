package dev.jobport.architecture.twins.nobody_catches_a_refusal.adapters.http;

import dev.jobport.architecture.twins.nobody_catches_a_refusal.application.driving.Clock;

record SinnerWhoCatchesAll(Clock clock) {
    void tick() {
        try {
            clock.tick();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
