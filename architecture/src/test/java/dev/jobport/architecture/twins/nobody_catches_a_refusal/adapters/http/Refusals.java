package dev.jobport.architecture.twins.nobody_catches_a_refusal.adapters.http;

import dev.jobport.architecture.twins.nobody_catches_a_refusal.application.driving.Clock;
import dev.jobport.architecture.twins.nobody_catches_a_refusal.domain.Refusal;

record Refusals(Clock clock) {
    String told() {
        try {
            clock.tick();
            return "OK";
        } catch (Refusal e) {
            return "refused";
        }
    }
}
