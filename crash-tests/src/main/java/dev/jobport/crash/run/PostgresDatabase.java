package dev.jobport.crash.run;

import java.io.IOException;
import java.nio.file.Path;

final class PostgresDatabase {
    static StoreUnderTest start(Path p, int servers) throws IOException {
        throw new IOException("not yet");
    }
}
