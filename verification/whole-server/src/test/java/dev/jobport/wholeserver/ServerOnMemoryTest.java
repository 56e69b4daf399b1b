package dev.jobport.wholeserver;

/** The whole server on the store in memory keeps the job worker contract. */
class ServerOnMemoryTest extends JobWorkerContractOnServer {

    ServerOnMemoryTest() {
        super("memory");
    }
}
