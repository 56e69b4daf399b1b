package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.KeysInUse;
import dev.jobport.adapters.persistence.sql.Schema;
import dev.jobport.adapters.persistence.sql.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * A store's file and the connections to it: found to be sound, brought to the tables of today, and marked as open for as
 * long as it is.
 *
 * @param session the only one that writes
 */
record OpenFile(StoreFile file, Session session, Readers readers) implements AutoCloseable {

    /**
     * After so many pages of 4 KiB a commit moves the log into the file, and whoever waits for it waits some 30 ms longer.
     * SQLite's own choice, 1,000, made that so frequent that it halved the throughput.
     */
    private static final int LOG_PAGES = 8_000;

    /** Holds whatever a full group of changes touches, so that no page goes to the log more than once a commit. */
    private static final int WRITER_CACHE_KIB = 8 * 1024;

    /** What the file's user version says while a server has it open, and when none has. Nobody else uses that number. */
    private static final String OPEN = "PRAGMA user_version = 1";

    private static final String CLOSED = "PRAGMA user_version = 0";
    private static final String IS_OPEN = "PRAGMA user_version";
    private static final String CHECKPOINT = "PRAGMA wal_checkpoint(PASSIVE)";

    static final Schema SCHEMA = new Schema(2, """
        SELECT CASE WHEN count(*) = 0 THEN 'NOBODY'
            WHEN sum(type = 'table' AND name = 'flyway_schema_history') > 0 THEN 'JOBPORT' ELSE 'ANOTHER' END
        FROM sqlite_schema
        """, "dev/jobport/adapters/persistence/sqlite");

    private static final Logger log = LoggerFactory.getLogger(OpenFile.class);

    private static final String SIZE = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

    private static final String UNSOUND = "it is not a sound SQLite database; name another file";
    private static final String UNREADABLE = "it cannot be read and written; give the server the right to";

    /** @throws java.io.UncheckedIOException as of {@link SqliteStore#open} */
    static OpenFile open(Path path, SecretsKeys keys) {
        StoreFile file = StoreFile.take(path);
        try {
            DataSource database = dataSource(file, writing());
            requireWhole(file, database);
            if (hasLostItsLog(file, database)) {
                log.warn(
                        "The store {} was not closed, and its log {}-wal is not there: what was in the log is lost. If"
                                + " the file is a copy of a running server's, copy it anew with './jobport backup'.",
                        file,
                        file);
            }
            if (SCHEMA.isMissing(database)) {
                NewTables.make(database);
            }
            SCHEMA.bring(database, file);
            try (Session session = new Session(database)) {
                KeysInUse.require(keys, session, file);
            }
            mark(database, OPEN);
            return new OpenFile(file, new Session(database), new Readers(dataSource(file, reading()), file));
        } catch (SQLException e) {
            file.close();
            throw file.cannotOpen(reason(e), e);
        } catch (IOException e) {
            file.close();
            throw file.cannotOpen(UNREADABLE, e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** SQLite takes the rest of a last page that was cut off for zeros, and would notice the loss when it is too late. */
    private static void requireWhole(StoreFile file, DataSource database) throws SQLException, IOException {
        boolean hadLog = file.hasLog();
        try (Session session = new Session(database)) {
            long size = session.one(SIZE, row -> row.getLong(1));
            if (!hadLog && size != file.size()) {
                throw file.cannotOpen(UNSOUND, null);
            }
        }
    }

    /**
     * A file that is marked as open, with no log beside it, was copied from a running server without its log, or the log was
     * taken away. What the log held cannot be had back, and nothing else would tell of it.
     */
    static boolean hasLostItsLog(StoreFile file, DataSource database) throws SQLException, IOException {
        boolean hadLog = file.hasLog();
        try (Session session = new Session(database)) {
            boolean wasOpen = session.one(IS_OPEN, row -> row.getInt(1)) != 0;
            return wasOpen && !hadLog;
        }
    }

    /** In the file itself, not only in its log. */
    private static void mark(DataSource database, String statement) throws SQLException {
        try (Session session = new Session(database)) {
            session.execute(statement);
            session.query(CHECKPOINT, row -> row.getInt(1));
        }
    }

    private static String reason(SQLException e) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF);
        return switch (code) {
            case SQLITE_NOTADB, SQLITE_CORRUPT -> UNSOUND;
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> UNREADABLE;
            default -> e.getMessage();
        };
    }

    static SQLiteConfig writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000); // somebody may look into the file with another tool
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false); // it costs each insert a query
        config.setCacheSize(-WRITER_CACHE_KIB);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(LOG_PAGES));
        return config;
    }

    private static SQLiteConfig reading() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5_000);
        return config;
    }

    static DataSource dataSource(StoreFile file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(file.url());
        return source;
    }

    @Override
    public void close() {
        readers.close();
        markClosed();
        file.close();
    }

    private void markClosed() {
        try (session) { // closed after the readers: the last connection moves the log into the file
            session.execute(CLOSED);
        } catch (SQLException e) {
            log.warn("The store {} could not be marked as closed: {}", file, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
