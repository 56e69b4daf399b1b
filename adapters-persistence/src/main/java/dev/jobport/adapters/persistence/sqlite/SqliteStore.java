package dev.jobport.adapters.persistence.sqlite;

import static dev.jobport.adapters.persistence.StoreKind.Capability.DURABLE;
import static dev.jobport.adapters.persistence.StoreKind.Capability.SEALS;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.KeysInUse;
import dev.jobport.adapters.persistence.sql.Schema;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.SqlActionTypes;
import dev.jobport.adapters.persistence.sql.SqlClients;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** Keeps everything in one file, on disk before anybody is answered. */
public final class SqliteStore implements Store {

    public static final StoreKind KIND = new StoreKind(
            List.of("sqlite"),
            Optional.of("PATH"),
            Set.of(DURABLE, SEALS),
            (place, keys, meters) -> open(Path.of(place), keys, meters),
            Optional.of((place, to) -> backUp(Path.of(place), to)));

    /** "JOBP": tells the file from those of other programs. */
    private static final int APPLICATION_ID = 0x4A4F4250;

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

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    private static final String SIZE = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

    private static final String UNSOUND = "it is not a sound SQLite database; name another file";
    private static final String UNREADABLE = "it cannot be read and written; give the server the right to";

    private final StoreFile file;
    private final Session session;
    private final Writer writer;
    private final Readers readers;
    private final JobRepository jobs;
    private final JobHistory history;
    private final ActionTypeRepository actionTypes;
    private final ClientRepository clients;

    private SqliteStore(
            StoreFile file, DataSource database, DataSource readOnly, SecretsKeys keys, MeterRegistry meters)
            throws SQLException {
        this.file = file;
        this.session = new Session(database);
        this.readers = new Readers(readOnly, file);
        RecentJobs recent = new RecentJobs();
        this.writer = new Writer(session, recent, file, meters);
        Database tables = new SqliteDatabase(readers, writer);
        this.jobs = new SqliteJobs(tables, recent, keys);
        this.history = new SqliteHistory(tables, recent, keys);
        this.actionTypes = RecentActionTypes.of(new SqlActionTypes(tables));
        this.clients = new SqlClients(tables, recent::changeClient);
    }

    /** Opens a file as {@link #open(Path, SecretsKeys, MeterRegistry)} does, seals no secrets and counts nothing. */
    public static SqliteStore open(Path path) {
        return open(path, SecretsKeys.NONE, new CompositeMeterRegistry());
    }

    /**
     * Opens a file, or makes it if there is none; its directory must exist. Beside it come {@code -wal}, {@code -shm} and
     * {@code .lock}.
     *
     * @param keys of the secrets in it; each that was used must be there
     * @param meters where the sizes of commits are counted
     * @throws java.io.UncheckedIOException if that cannot be; its message says in one sentence, fit to be shown, why and
     *     what to do
     */
    public static SqliteStore open(Path path, SecretsKeys keys, MeterRegistry meters) {
        NativeCode.keep();
        StoreFile file = StoreFile.take(path);
        try {
            DataSource database = dataSource(file, writing());
            requireWhole(file, database);
            if (hasLostItsLog(file, database)) {
                LOG.warn(
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
            return new SqliteStore(file, database, dataSource(file, reading()), keys, meters);
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
    private static boolean hasLostItsLog(StoreFile file, DataSource database) throws SQLException, IOException {
        boolean hadLog = file.hasLog();
        try (Session session = new Session(database)) {
            boolean wasOpen = session.one(IS_OPEN, row -> row.getInt(1)) != 0;
            return wasOpen && !hadLog;
        }
    }

    /** The same of a file that nobody has open. */
    static boolean hasLostItsLog(Path path) {
        try (StoreFile file = StoreFile.take(path)) {
            return hasLostItsLog(file, dataSource(file, writing()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the file itself, not only in its log. */
    private static void mark(DataSource database, String statement) throws SQLException {
        try (Session session = new Session(database)) {
            session.execute(statement);
            session.query(CHECKPOINT, row -> row.getInt(1));
        }
    }

    /**
     * Copies the store in a file into another, which must not exist, while a server has it open or not. The copy is whole:
     * it has what was answered before the copying began, and needs no log beside it. The server goes on meanwhile.
     *
     * @throws java.io.UncheckedIOException if that cannot be; its message says in one sentence, fit to be shown, why
     */
    public static void backUp(Path from, Path to) {
        NativeCode.keep();
        StoreCopy.make(from, to, writing());
    }

    private static String reason(SQLException e) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF);
        return switch (code) {
            case SQLITE_NOTADB, SQLITE_CORRUPT -> UNSOUND;
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM -> UNREADABLE;
            default -> e.getMessage();
        };
    }

    private static SQLiteConfig writing() {
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

    private static DataSource dataSource(StoreFile file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(file.url());
        return source;
    }

    @Override
    public JobRepository jobs() {
        return jobs;
    }

    @Override
    public JobHistory history() {
        return history;
    }

    @Override
    public ActionTypeRepository actionTypes() {
        return actionTypes;
    }

    @Override
    public ClientRepository clients() {
        return clients;
    }

    /** Reads, and writes something that is there already. */
    @Override
    public boolean isReady() {
        try {
            readers.read(session -> session.query("SELECT count(*) FROM sqlite_schema", row -> row.getInt(1)));
            writer.write(session -> {
                session.execute("PRAGMA application_id = " + APPLICATION_ID);
                return null;
            });
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** This machine's: nobody else shares the store. */
    @Override
    public InstantSource time() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        markClosed();
        file.close();
    }

    private void markClosed() {
        try (session) { // closed after the readers: the last connection moves the log into the file
            session.execute(CLOSED);
        } catch (SQLException e) {
            LOG.warn("The store {} could not be marked as closed: {}", file, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "sqlite:" + file;
    }
}
