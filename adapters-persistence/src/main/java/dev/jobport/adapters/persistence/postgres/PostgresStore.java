package dev.jobport.adapters.persistence.postgres;

import static dev.jobport.adapters.persistence.StoreKind.Capability.DURABLE;
import static dev.jobport.adapters.persistence.StoreKind.Capability.SEALS;
import static dev.jobport.adapters.persistence.StoreKind.Capability.SHARED;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.CommitSizes;
import dev.jobport.adapters.persistence.sql.KeysInUse;
import dev.jobport.adapters.persistence.sql.SqlActionTypes;
import dev.jobport.adapters.persistence.sql.SqlClients;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Keeps everything in a PostgreSQL database, which any number of servers may share. */
public final class PostgresStore implements Store {

    /** The second name is the database's own tools'. */
    public static final StoreKind KIND = new StoreKind(
            List.of("postgres", "postgresql"), Optional.of("URL"), Set.of(DURABLE, SHARED, SEALS), PostgresStore::open);

    private static final String TIME =
            "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS microseconds";

    private static final String WRITABLE =
            "SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS writable";

    private final PostgresDatabase database;
    private final JobRepository jobs;
    private final JobHistory history;
    private final ActionTypeRepository actionTypes;
    private final ClientRepository clients;
    private final InstantSource time;

    private PostgresStore(PostgresDatabase database, SecretsKeys keys, MeterRegistry meters, LongSupplier stopwatch) {
        this.database = database;
        this.jobs = new PostgresJobs(database, keys, new CommitSizes(Group.LARGEST, meters));
        this.history = new PostgresHistory(database, keys);
        this.actionTypes = new SqlActionTypes(database);
        this.clients = new SqlClients(database);
        this.time = new DatabaseTime(this::databaseTime, stopwatch);
    }

    /**
     * Connects to a database, which must exist, and makes the tables if there are none.
     *
     * @param url {@code //USER:PASSWORD@HOST:PORT/DATABASE}, as in {@link DatabaseUrl}
     * @param keys of the secrets in it; each that was used must be there
     * @param meters where the sizes of commits are counted, and the connections
     * @throws java.io.UncheckedIOException if that cannot be; its message says in one sentence, fit to be shown, why
     */
    public static PostgresStore open(String url, SecretsKeys keys, MeterRegistry meters) {
        return open(url, keys, meters, System::nanoTime);
    }

    /** Opens a database as {@link #open(String, SecretsKeys, MeterRegistry)} does, seals no secrets and counts nothing. */
    public static PostgresStore open(String url) {
        return open(url, SecretsKeys.NONE, new CompositeMeterRegistry());
    }

    static PostgresStore open(String url, SecretsKeys keys, MeterRegistry meters, LongSupplier stopwatch) {
        PostgresDatabase database = PostgresDatabase.open(DatabaseUrl.parse(url), meters);
        try {
            requireKeys(database, keys);
            return new PostgresStore(database, keys, meters, stopwatch);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void requireKeys(PostgresDatabase database, SecretsKeys keys) {
        database.ask(session -> {
            KeysInUse.require(keys, session, database);
            return null;
        });
    }

    private Instant databaseTime() {
        long micros = database.ask(session -> session.one(TIME, row -> row.getLong("microseconds")));
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
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

    /** The database's: so all servers go by one clock. */
    @Override
    public InstantSource time() {
        return time;
    }

    /** A database that only answers questions, as a standby does, is not ready. */
    @Override
    public boolean isReady() {
        try {
            return database.ask(session -> session.one(WRITABLE, row -> row.getBoolean("writable")));
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        database.close();
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
