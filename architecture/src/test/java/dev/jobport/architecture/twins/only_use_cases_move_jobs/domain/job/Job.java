package dev.jobport.architecture.twins.only_use_cases_move_jobs.domain.job;

public record Job() {
    public Job fail() {
        return this;
    }
}
