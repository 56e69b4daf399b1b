package dev.jobport.architecture.twins.nobody_catches_a_refusal.adapters.http.worker;

import dev.jobport.architecture.twins.nobody_catches_a_refusal.domain.Refusal;

record Refusals(Runnable step) {
    static final class SinnerInASecondPlace {
        void run(Runnable step) {
            try {
                step.run();
            } catch (Refusal e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
