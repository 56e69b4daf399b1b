package dev.jobport.application.usecase;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Changes jobs in the repository and tells the observer, so that no use case can forget to. */
record JobChanges(JobRepository jobs, JobObserver observer) {

    void add(Job first) {
        jobs.add(first);
        observer.changed(first, first.transitions());
    }

    void update(JobId id, Function<Job, Change> move) {
        tell(jobs.update(id, move));
    }

    void update(JobId id, JobRepository.Move move) {
        tell(jobs.update(id, move));
    }

    List<Job> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        List<Change> claimed = jobs.claim(queue, atMost, now, dispatch);
        claimed.forEach(this::tell);
        return claimed.stream().map(Change::after).toList();
    }

    /** How many have changed. */
    int advance(Instant now, int atMost) {
        List<Change> advanced = jobs.advance(now, atMost, job -> job.at(now));
        advanced.forEach(this::tell);
        return advanced.size();
    }

    /** A move may leave a job as it is. */
    private void tell(Change change) {
        if (!change.isNone()) {
            observer.changed(change.after(), change.news());
        }
        change.followUp().ifPresent(followUp -> observer.changed(followUp, followUp.transitions()));
    }
}
