package dev.jobport.bootstrap;

/** The whole server on PostgreSQL keeps the contracts over gRPC. */
class GrpcOnPostgresTest extends GrpcContractOnServer {

    GrpcOnPostgresTest() {
        super(TestPostgres.create());
    }
}
