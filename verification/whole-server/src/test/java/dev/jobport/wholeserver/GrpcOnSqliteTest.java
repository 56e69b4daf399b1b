package dev.jobport.wholeserver;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The whole server on SQLite keeps the contracts over gRPC. */
class GrpcOnSqliteTest extends GrpcContractOnServer {

    GrpcOnSqliteTest(@TempDir Path directory) {
        super("sqlite:" + directory.resolve("jobport.db"));
    }
}
