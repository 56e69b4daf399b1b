package dev.jobport.architecture.twins.only_use_cases_move_jobs.adapters.persistence.memory;

import dev.jobport.architecture.twins.only_use_cases_move_jobs.domain.job.Job;

record SinnerWhoFailsJobs(Job job) {
    Job failed() {
        return job.fail();
    }
}
