package dev.jobport.wholeserver;

/** The whole server on PostgreSQL keeps the contracts over gRPC. */
class GrpcOnPostgresTest extends GrpcContractOnServer {

    GrpcOnPostgresTest() {
        super(TestPostgres.create());
    }
}
