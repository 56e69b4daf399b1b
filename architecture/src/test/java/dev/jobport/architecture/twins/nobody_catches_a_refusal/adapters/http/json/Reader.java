package dev.jobport.architecture.twins.nobody_catches_a_refusal.adapters.http.json;

import dev.jobport.architecture.twins.nobody_catches_a_refusal.domain.Refusal;

record Reader(Runnable step) {
    void read() {
        try {
            step.run();
        } catch (Refusal e) {
            throw new IllegalArgumentException(e);
        }
    }
}
