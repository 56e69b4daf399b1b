package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.sql.Failures;
import dev.jobport.adapters.persistence.sql.Session;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Copies a store's file. The copying is one transaction that reads, so it sees one moment and holds up no writer. SQLite's
 * step-by-step backup would begin again with each change by the server.
 */
final class StoreCopy {

    private StoreCopy() {}

    static void make(Path from, Path to, SQLiteConfig config) {
        Path source = from.toAbsolutePath();
        Path target = to.toAbsolutePath();
        if (!Files.isRegularFile(source)) {
            throw Failures.failure("There is no store " + source + " to copy.", null);
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) { // a link would lead the copy elsewhere
            throw Failures.failure("The file " + target + " exists already; name a new one.", null);
        }
        try {
            StoreFile.open(target).close(); // for its owner only, before anything is in it
            copy(source, target, config);
            try (FileChannel copied = FileChannel.open(target, StandardOpenOption.WRITE)) {
                copied.force(true);
            }
        } catch (IOException | SQLException e) {
            delete(target, e);
            throw Failures.failure(
                    "The store " + source + " could not be copied to " + target + ": " + e.getMessage() + ".", e);
        }
    }

    private static void copy(Path source, Path target, SQLiteConfig config) throws SQLException {
        try (Session session = new Session(database(source, config))) {
            session.execute("VACUUM INTO '" + target.toString().replace("'", "''") + "'");
        }
        try (Session session = new Session(database(target, new SQLiteConfig()))) {
            session.execute("PRAGMA user_version = 0"); // no server has the copy open
        }
    }

    private static SQLiteDataSource database(Path file, SQLiteConfig config) {
        SQLiteDataSource database = new SQLiteDataSource(config);
        database.setUrl("jdbc:sqlite:" + file);
        return database;
    }

    private static void delete(Path target, Exception cause) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
