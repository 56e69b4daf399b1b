package dev.jobport.architecture.twins.nobody_catches_a_refusal.adapters.http;

record Connection(Runnable step) {
    void close() {
        try {
            step.run();
        } catch (RuntimeException e) {
            throw new IllegalStateException(e);
        }
    }
}
