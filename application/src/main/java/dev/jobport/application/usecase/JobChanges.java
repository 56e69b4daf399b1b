package dev.jobport.application.usecase;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.domain.action.JobQueue;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Changes jobs in the repository and tells the observer, so that no use case can forget to. */
record JobChanges(JobRepository jobs, JobObserver observer) {

    void add(Job first) {
        jobs.add(first);
        tell(first);
    }

    Job update(JobId id, Function<Job, Outcome> move) {
        Outcome outcome = jobs.update(id, move);
        tell(outcome.job());
        outcome.followUp().ifPresent(this::tell);
        return outcome.job();
    }

    List<Job> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        List<Job> claimed = jobs.claim(queue, atMost, now, dispatch);
        claimed.forEach(this::tell);
        return claimed;
    }

    List<Job> advance(Instant now, int atMost) {
        List<Job> advanced = jobs.advance(now, atMost, job -> job.at(now));
        advanced.forEach(this::tell);
        return advanced;
    }

    /** A move may leave a job as it is. */
    private void tell(Job job) {
        if (!job.newTransitions().isEmpty()) {
            observer.changed(job);
        }
    }
}
