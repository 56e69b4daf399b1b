package dev.jobport.architecture.twins.nobody_catches_a_refusal.domain;

public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public static final class JobNotFound extends Refusal {
        private static final long serialVersionUID = 1;
    }
}
