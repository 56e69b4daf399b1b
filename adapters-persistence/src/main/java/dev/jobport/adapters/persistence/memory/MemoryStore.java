package dev.jobport.adapters.persistence.memory;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps everything in this process's memory and loses it with the process: for trying things out. */
public final class MemoryStore implements Store {

    public static final StoreKind KIND =
            new StoreKind(List.of("memory"), Optional.empty(), Set.of(), new StoreKind.Opening() {
                /** Not a lambda: its signature names meters, and a lab, which has none on its class path, could not make it. */
                @Override
                public Store open(String place, SecretsKeys keys, MeterRegistry meters) {
                    return new MemoryStore();
                }
            });

    /** One for both, so that a job's client stays as it is while the job is changed. */
    private final Lock ofJobsAndClients = new ReentrantLock();

    private final MemoryClients clients = new MemoryClients(ofJobsAndClients);
    private final MemoryJobs jobs = new MemoryJobs(ofJobsAndClients, clients);
    private final MemoryActionTypes actionTypes = new MemoryActionTypes();
    private volatile boolean open = true;

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
    public boolean isReady() {
        return open;
    }

    /** This machine's: nobody else shares the store. */
    @Override
    public InstantSource time() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** How many things are kept, and queues and lists of them: 0 when nothing is. */
    int size() {
        return jobs.size() + actionTypes.size() + clients.size();
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public String toString() {
        return "memory";
    }
}
