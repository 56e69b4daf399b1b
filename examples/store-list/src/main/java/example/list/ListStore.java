package example.list;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The simplest store that keeps the contract: lists in memory that are read from end to end, by one thread at a time. */
public final class ListStore implements Store {

    private final ClientRepository clients = new ListClients();
    private final ListJobs jobs = new ListJobs(clients);
    private final ActionTypeRepository actionTypes = new ListActionTypes();
    private volatile boolean closed;

    @Override
    public JobRepository jobs() {
        return jobs;
    }

    @Override
    public JobHistory history() {
        return jobs;
    }

    @Override
    public ActionTypeRepository actionTypes() {
        return actionTypes;
    }

    @Override
    public ClientRepository clients() {
        return clients;
    }

    @Override
    public InstantSource time() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Override
    public boolean isReady() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "list";
    }
}
