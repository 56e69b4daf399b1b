package dev.jobport.architecture.twins.only_stores_restore_jobs.domain.job;

public record Job(String status) {
    public static Job restore(String status) {
        return new Job(status);
    }
}
