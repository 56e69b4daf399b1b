package dev.jobport.architecture.twins.only_use_cases_move_jobs.adapters.persistence.memory;

import dev.jobport.architecture.twins.only_use_cases_move_jobs.domain.job.Job;
import java.util.Optional;

record SinnerOfTomorrow(Job job) {
    Optional<Job> moved() {
        return job.moveOfTomorrow();
    }
}
