package dev.jobport.architecture.twins.only_stores_restore_jobs.adapters.persistence.memory;

import dev.jobport.architecture.twins.only_stores_restore_jobs.domain.job.Job;

record Rows() {
    Job read(String status) {
        return Job.restore(status);
    }
}
