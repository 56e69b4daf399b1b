package dev.jobport.architecture.twins.only_stores_restore_jobs.adapters.http;

import dev.jobport.architecture.twins.only_stores_restore_jobs.domain.job.Job;

record SinnerWhoCalls() {
    Job parse(String status) {
        return Job.restore(status);
    }
}
