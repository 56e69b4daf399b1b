package dev.jobport.wholeserver;

/** The whole server on the store in memory keeps the contracts over gRPC. */
class GrpcOnMemoryTest extends GrpcContractOnServer {

    GrpcOnMemoryTest() {
        super("memory");
    }
}
