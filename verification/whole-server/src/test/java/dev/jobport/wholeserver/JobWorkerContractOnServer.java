package dev.jobport.wholeserver;

import dev.jobport.contracts.actiontypes.ActionTypeContract;
import dev.jobport.contracts.operator.OperatorContract;
import dev.jobport.contracts.pipeline.PipelineContract;
import dev.jobport.contracts.transport.JobWorkerTransportContract;
import dev.jobport.contracts.worker.JobWorkerWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs the contracts of both families of job workers, of those who define action types, of pipelines and of operators on whole
 * servers, one for each.
 */
abstract class JobWorkerContractOnServer extends JobWorkerTransportContract {

    private final String store;

    JobWorkerContractOnServer(String store) {
        this.store = store;
    }

    @Override
    protected JobWorkerWorld open() {
        return new WholeServer(store);
    }

    private abstract class OnServer extends WholeServer {
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

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfOperators extends OnServer implements OperatorContract {}
}
