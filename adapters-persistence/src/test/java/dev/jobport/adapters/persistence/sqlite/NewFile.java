package dev.jobport.adapters.persistence.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** New files that have their schema already, copied, because to make it each time takes long. */
final class NewFile {

    private static final byte[] EMPTY_STORE = emptyStore();

    private NewFile() {}

    static Path in(Path directory) {
        try {
            return Files.write(directory.resolve("jobport.db"), EMPTY_STORE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] emptyStore() {
        try {
            Path file = Files.createTempFile("jobport", ".db");
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            try {
                SqliteStore.open(file).close();
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
                Files.deleteIfExists(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
