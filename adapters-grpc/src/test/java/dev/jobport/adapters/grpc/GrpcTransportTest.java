package dev.jobport.adapters.grpc;

import dev.jobport.contracts.actiontypes.ActionTypeContract;
import dev.jobport.contracts.pipeline.PipelineContract;
import dev.jobport.contracts.transport.JobWorkerTransportContract;
import dev.jobport.contracts.worker.JobWorkerWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The transport keeps all that HTTP has to keep: for job workers, for those who define action types, for pipelines. */
class GrpcTransportTest extends JobWorkerTransportContract {

    @Override
    protected JobWorkerWorld open() {
        return new GrpcWorld();
    }

    private abstract static class InWorld extends GrpcWorld {
        @AfterAll
        void stop() {
            close();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfActionTypes extends InWorld implements ActionTypeContract {}

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfPipelines extends InWorld implements PipelineContract {}
}
