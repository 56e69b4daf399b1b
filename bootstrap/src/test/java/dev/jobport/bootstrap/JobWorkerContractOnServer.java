package dev.jobport.bootstrap;

import dev.jobport.contracts.worker.AccessContract;
import dev.jobport.contracts.worker.ActionTypeContract;
import dev.jobport.contracts.worker.CustomJobWorkerContract;
import dev.jobport.contracts.worker.SeparationContract;
import dev.jobport.contracts.worker.ThirdPartyJobWorkerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** Runs the contracts of both families of job workers, and of those who define action types, on whole servers, one for each. */
abstract class JobWorkerContractOnServer {

    private final String store;

    JobWorkerContractOnServer(String store) {
        this.store = store;
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ThirdParty extends WholeServer implements ThirdPartyJobWorkerContract, AccessContract, SeparationContract {
        ThirdParty() {
            super(store);
        }

        @AfterAll
        void stop() {
            close();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfActionTypes extends WholeServer implements ActionTypeContract {
        OfActionTypes() {
            super(store);
        }

        @AfterAll
        void stop() {
            close();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Custom extends WholeServer implements CustomJobWorkerContract, AccessContract, SeparationContract {
        Custom() {
            super(store);
        }

        @AfterAll
        void stop() {
            close();
        }
    }
}
