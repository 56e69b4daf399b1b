package dev.jobport.architecture.twins.only_stores_restore_jobs.application.usecase;

import dev.jobport.architecture.twins.only_stores_restore_jobs.domain.job.Job;
import java.util.function.Function;

record SinnerWithAMethodReference(Function<String, Job> door) {
    SinnerWithAMethodReference() {
        this(Job::restore);
    }
}
