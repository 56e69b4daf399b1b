package dev.jobport.lab.faults.real;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The store with other jobs in front of its own: as one request finds it. */
record StoreInFront(Store inner, JobRepository jobs) implements Store {

    /** Nothing of its jobs can be reached. */
    static Store thatIsAway(Store inner) {
        return new StoreInFront(inner, new Away());
    }

    /** No job can be handed out yet. */
    static Store thatHoldsJobsBack(Store inner) {
        return new StoreInFront(inner, new HeldBack(inner.jobs()));
    }

    @Override
    public JobHistory history() {
        return inner.history();
    }

    @Override
    public ActionTypeRepository actionTypes() {
        return inner.actionTypes();
    }

    @Override
    public ClientRepository clients() {
        return inner.clients();
    }

    @Override
    public InstantSource time() {
        return inner.time();
    }

    @Override
    public boolean isReady() {
        return inner.isReady();
    }

    @Override
    public void close() {
        // whoever opened the store closes it
    }

    private record Away() implements JobRepository {

        private static Store.Unavailable away() {
            return new Store.Unavailable("The store cannot be reached.", null);
        }

        @Override
        public void add(Job first) {
            throw away();
        }

        @Override
        public <T> Optional<T> find(JobId id, BiFunction<Job, Optional<Client>, T> look) {
            throw away();
        }

        @Override
        public Change update(JobId id, Move move) {
            throw away();
        }

        @Override
        public List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
            throw away();
        }

        @Override
        public List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move) {
            throw away();
        }
    }

    private record HeldBack(JobRepository jobs) implements JobRepository {

        @Override
        public void add(Job first) {
            jobs.add(first);
        }

        @Override
        public <T> Optional<T> find(JobId id, BiFunction<Job, Optional<Client>, T> look) {
            return jobs.find(id, look);
        }

        @Override
        public Change update(JobId id, Move move) {
            return jobs.update(id, move);
        }

        @Override
        public List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
            return List.of();
        }

        @Override
        public List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move) {
            return jobs.advance(now, atMost, move);
        }
    }
}
