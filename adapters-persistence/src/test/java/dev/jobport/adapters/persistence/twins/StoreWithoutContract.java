package dev.jobport.adapters.persistence.twins;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import java.time.InstantSource;

/** Sins: a store that no test holds to the contract. */
public record StoreWithoutContract(Store other) implements Store {

    @Override
    public JobRepository jobs() {
        return other.jobs();
    }

    @Override
    public ActionTypeRepository actionTypes() {
        return other.actionTypes();
    }

    @Override
    public ClientRepository clients() {
        return other.clients();
    }

    @Override
    public InstantSource time() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isReady() {
        return other.isReady();
    }

    @Override
    public void close() {
        other.close();
    }
}
