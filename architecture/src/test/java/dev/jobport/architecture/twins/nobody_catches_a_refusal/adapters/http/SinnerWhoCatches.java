package dev.jobport.architecture.twins.nobody_catches_a_refusal.adapters.http;

import dev.jobport.architecture.twins.nobody_catches_a_refusal.domain.Refusal;

record SinnerWhoCatches(Runnable command) {
    boolean found() {
        try {
            command.run();
            return true;
        } catch (Refusal.JobNotFound e) {
            return false;
        }
    }
}
