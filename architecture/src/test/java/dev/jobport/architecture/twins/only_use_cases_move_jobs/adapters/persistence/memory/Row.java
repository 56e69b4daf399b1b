package dev.jobport.architecture.twins.only_use_cases_move_jobs.adapters.persistence.memory;

import dev.jobport.architecture.twins.only_use_cases_move_jobs.domain.job.Job;

record Row(Job job) {
    Row stored() {
        return new Row(job.restore());
    }

    int number() {
        return job.number();
    }
}
