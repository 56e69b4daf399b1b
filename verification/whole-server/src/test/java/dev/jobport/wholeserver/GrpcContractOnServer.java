package dev.jobport.wholeserver;

import dev.jobport.contracts.actiontypes.ActionTypeContract;
import dev.jobport.contracts.pipeline.PipelineContract;
import dev.jobport.contracts.transport.JobWorkerTransportContract;
import dev.jobport.contracts.worker.JobWorkerWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The contracts that {@link JobWorkerContractOnServer} runs over HTTP, over gRPC. */
abstract class GrpcContractOnServer extends JobWorkerTransportContract {

    private final String store;

    GrpcContractOnServer(String store) {
        this.store = store;
    }

    @Override
    protected JobWorkerWorld open() {
        return new GrpcServer(store);
    }

    private abstract class OnServer extends GrpcServer {
        OnServer() {
            super(store);
        }

        @AfterAll
        void stop() {
            close();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfActionTypes extends OnServer implements ActionTypeContract {}

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfPipelines extends OnServer implements PipelineContract {}
}
