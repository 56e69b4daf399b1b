package dev.jobport.wholeserver;

import dev.jobport.adapters.grpc.GrpcClient;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.bootstrap.Settings;
import java.util.List;

/** A whole server on a store, reached by gRPC, but for what only the control API offers. */
class GrpcServer extends WholeServer {

    private final GrpcClient client = new GrpcClient(uri("grpc"), WholeServer::tokenOf);

    GrpcServer(String store) {
        super(store, List.of(new Settings.Listening("grpc", "127.0.0.1", 0)));
    }

    @Override
    public ThirdPartyJobWorkers thirdParty() {
        return client.thirdParty();
    }

    @Override
    public CustomJobWorkers custom() {
        return client.custom();
    }

    @Override
    public ActionTypes actionTypes() {
        return client.actionTypes();
    }

    @Override
    public Pipelines pipeline() {
        return client.pipelines();
    }

    @Override
    public void close() {
        client.close();
        super.close();
    }
}
