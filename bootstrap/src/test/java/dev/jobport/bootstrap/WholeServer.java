package dev.jobport.bootstrap;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobWorkerPort;
import dev.jobport.application.driving.OperatorPort;
import dev.jobport.application.driving.PipelinePort;
import dev.jobport.contracts.ManualTime;
import dev.jobport.contracts.worker.JobWorkerWorld;
import java.time.Duration;
import java.time.Instant;

/** A whole server on a store, reached over a real socket by the AWS SDK and the control API, in a time of its own. */
final class WholeServer implements JobWorkerWorld, AutoCloseable {

    private final String store;
    private final ManualTime time = new ManualTime(Instant.parse("2026-01-02T03:04:05.678Z"));
    private Server server;
    private SdkJobWorker worker;
    private ControlApiClient control;

    WholeServer(String store) {
        this.store = store;
        start();
    }

    private void start() {
        server = Server.start(new Settings("127.0.0.1", 0, store), time, new RandomIdentifiers());
        worker = new SdkJobWorker(server.uri());
        control = new ControlApiClient(server.uri());
    }

    /** Stops the server and starts another on the same store. */
    void restart() {
        close();
        start();
    }

    @Override
    public JobWorkerPort worker() {
        return worker;
    }

    @Override
    public Caller caller() {
        return Caller.ANYONE;
    }

    @Override
    public Caller stranger() {
        throw new IllegalStateException("this server asks nobody who they are");
    }

    @Override
    public PipelinePort pipeline() {
        return control;
    }

    @Override
    public OperatorPort operator() {
        return control;
    }

    @Override
    public void pass(Duration duration) {
        time.pass(duration);
        server.clock().tick();
    }

    @Override
    public void close() {
        worker.close();
        server.close();
    }
}
