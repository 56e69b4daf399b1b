package dev.jobport.wholeserver;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The whole server on SQLite keeps the job worker contract. */
class ServerOnSqliteTest extends JobWorkerContractOnServer {

    ServerOnSqliteTest(@TempDir Path directory) {
        super("sqlite:" + directory.resolve("jobport.db"));
    }
}
