package dev.jobport.architecture.twins.nobody_catches_a_refusal.application.driving;

public interface Clock {
    void tick();
}
