package dev.jobport.wholeserver;

/** The whole server on PostgreSQL keeps the job worker contract. */
class ServerOnPostgresTest extends JobWorkerContractOnServer {

    ServerOnPostgresTest() {
        super(TestPostgres.create());
    }
}
