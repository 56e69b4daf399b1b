package dev.jobport.adapters.persistence.memory;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.IdleStoreContract;
import dev.jobport.contracts.store.StoreContract;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import org.junit.jupiter.api.Test;

/** The store in memory keeps the contract. */
class MemoryStoreTest implements StoreContract, IdleStoreContract {

    private final MemoryStore store = new MemoryStore();

    @Override
    public Store store() {
        return store;
    }

    @Override
    public long room() {
        return store.size();
    }

    @Test
    void of_what_is_removed_nothing_stays_neither_its_account_nor_its_queue() {
        Job job = given(JobStatus.Succeeded);
        store.clients().addIfAbsent(ACCOUNT, Client.register(CLIENT, new ClientToken("token")));
        assertThat(room()).isPositive();

        store.clients().remove(ACCOUNT, CLIENT);
        store.history().removeEnded(START.plusSeconds(86_400), 10);

        assertThat(store.jobs().find(job.id())).isEmpty();
        assertThat(room()).isZero();
    }
}
