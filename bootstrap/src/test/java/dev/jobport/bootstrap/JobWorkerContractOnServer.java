package dev.jobport.bootstrap;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobWorkerPort;
import dev.jobport.application.driving.OperatorPort;
import dev.jobport.application.driving.PipelinePort;
import dev.jobport.contracts.worker.AccessContract;
import dev.jobport.contracts.worker.JobWorkerContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Runs the job worker contract on one whole server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JobWorkerContractOnServer implements JobWorkerContract, AccessContract {

    private final WholeServer server;

    JobWorkerContractOnServer(String store) {
        this.server = new WholeServer(store);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    public JobWorkerPort worker() {
        return server.worker();
    }

    @Override
    public Caller caller() {
        return server.caller();
    }

    @Override
    public Caller stranger() {
        return server.stranger();
    }

    @Override
    public PipelinePort pipeline() {
        return server.pipeline();
    }

    @Override
    public OperatorPort operator() {
        return server.operator();
    }

    @Override
    public void pass(Duration duration) {
        server.pass(duration);
    }
}
