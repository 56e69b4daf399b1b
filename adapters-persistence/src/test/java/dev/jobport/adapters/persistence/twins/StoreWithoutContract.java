package dev.jobport.adapters.persistence.twins;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.StoreKind.Capability;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sins: a store that claims all that a store can do, and that no test holds to the contracts. */
public record StoreWithoutContract(Store other) implements Store {

    public static final StoreKind KIND = new StoreKind(
            List.of("boasting"), Optional.empty(), Set.of(Capability.values()), (place, keys, meters) -> null);

    @Override
    public JobRepository jobs() {
        return other.jobs();
    }

    @Override
    public JobHistory history() {
        return other.history();
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
