package dev.jobport.adapters.persistence.sqlite;

import static dev.jobport.adapters.persistence.StoreKind.Capability.DURABLE;
import static dev.jobport.adapters.persistence.StoreKind.Capability.SEALS;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.SqlActionTypes;
import dev.jobport.adapters.persistence.sql.SqlClients;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    private final OpenFile file;
    private final Writer writer;
    private final JobRepository jobs;
    private final JobHistory history;
    private final ActionTypeRepository actionTypes;
    private final ClientRepository clients;

    private SqliteStore(OpenFile file, Writer writer, Database tables, RecentJobs recent, SecretsKeys keys) {
        this.file = file;
        this.writer = writer;
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
        OpenFile file = OpenFile.open(path, keys);
        RecentJobs recent = new RecentJobs();
        Writer writer = new Writer(file.session(), recent, file.file(), meters);
        return new SqliteStore(file, writer, new SqliteDatabase(file.readers(), writer), recent, keys);
    }

    /**
     * Copies the store in a file into another, which must not exist, while a server has it open or not. The copy is whole:
     * it has what was answered before the copying began, and needs no log beside it. The server goes on meanwhile.
     *
     * @throws java.io.UncheckedIOException if that cannot be; its message says in one sentence, fit to be shown, why
     */
    public static void backUp(Path from, Path to) {
        NativeCode.keep();
        StoreCopy.make(from, to, OpenFile.writing());
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
            file.readers().read(session -> session.query("SELECT count(*) FROM sqlite_schema", row -> row.getInt(1)));
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
        file.close();
    }

    @Override
    public String toString() {
        return "sqlite:" + file;
    }
}
