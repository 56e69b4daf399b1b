package dev.jobport.adapters.grpc;

import dev.jobport.contracts.transport.JobWorkerTransportContract;
import dev.jobport.contracts.worker.JobWorkerWorld;

/** The transport keeps all that a transport of job workers has to keep. */
class GrpcTransportTest extends JobWorkerTransportContract {

    @Override
    protected JobWorkerWorld open() {
        return new GrpcWorld();
    }
}
