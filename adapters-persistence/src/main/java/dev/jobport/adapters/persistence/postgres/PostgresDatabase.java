package dev.jobport.adapters.persistence.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.Failures;
import dev.jobport.adapters.persistence.sql.Schema;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.Work;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/** The database behind a few connections. When it is away, whoever asks is told within seconds; when it is back, it serves. */
final class PostgresDatabase implements Database, AutoCloseable {

    static final Schema SCHEMA = new Schema(
            2,
            "SELECT CASE WHEN to_regclass('flyway_schema_history') IS NULL THEN 'NOBODY' ELSE 'JOBPORT' END",
            "dev/jobport/adapters/persistence/postgres");

    /** Those that ask at the same time share statements, so a few connections keep a database of many cores busy. */
    static final int CONNECTIONS = 10;

    private static final int IDLE_CONNECTIONS = 2;

    /** So long a caller waits to be connected before it is told that the database is away. */
    private static final int CONNECT_SECONDS = 2;

    /** So long a caller waits for an answer; a database that is there needs milliseconds. */
    private static final int ANSWER_SECONDS = 5;

    /**
     * Every statement here is meant to follow an index, so the planner is told not to think of anything else: statistics
     * of an empty table, from which it would conclude that reading it all is cheapest, are kept in a prepared
     * statement's plan until long after the table has grown.
     */
    private static final String PLANS = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
            + " -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_sort=off"
            + " -c max_parallel_workers_per_gather=0 -c jit=off";

    /** The server gives up what nobody waits for any more, and the locks of a caller that vanished. */
    private static final String LIMITS = " -c statement_timeout=" + ANSWER_SECONDS
            + "s -c idle_in_transaction_session_timeout=" + ANSWER_SECONDS + "s -c synchronous_commit=on";

    /** SQL states: data that cannot be, a constraint that it breaks, and a transaction that gave way to another. */
    private static final Pattern REJECTED = Pattern.compile("22|23|40");

    /** SQL states: a connection that failed, and a server that stops, starts or is full. */
    private static final Pattern AWAY = Pattern.compile("08...|57P0[1-4]|53300");

    private final DatabaseUrl url;
    private final HikariDataSource pool;

    private PostgresDatabase(DatabaseUrl url, HikariDataSource pool) {
        this.url = url;
        this.pool = pool;
    }

    /** Connects, and brings the schema forward. */
    static PostgresDatabase open(DatabaseUrl url, MeterRegistry meters) {
        try {
            SCHEMA.bring(forMigration(url), url);
            HikariConfig config = config(url);
            config.setMetricRegistry(meters);
            return new PostgresDatabase(url, new HikariDataSource(config));
        } catch (SQLException e) {
            throw Failures.cannotOpen(url, e.getMessage(), e);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw Failures.cannotOpen(url, cause.getMessage(), cause);
            }
            throw e;
        }
    }

    /** Without a limit on the time of an answer: to bring a large table forward may take long. */
    private static PGSimpleDataSource forMigration(DatabaseUrl url) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbc());
        url.user().ifPresent(source::setUser);
        url.password().ifPresent(source::setPassword);
        source.setConnectTimeout(CONNECT_SECONDS);
        for (var parameter : url.parameters().entrySet()) {
            source.setProperty(parameter.getKey(), parameter.getValue());
        }
        return source;
    }

    private static HikariConfig config(DatabaseUrl url) {
        Properties driver = new Properties();
        driver.setProperty("ApplicationName", "jobport");
        driver.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        driver.setProperty("socketTimeout", Integer.toString(ANSWER_SECONDS + 1));
        driver.setProperty("tcpKeepAlive", "true");
        driver.setProperty("options", PLANS + LIMITS);
        driver.putAll(url.parameters());
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres");
        config.setJdbcUrl(url.jdbc());
        url.user().ifPresent(config::setUsername);
        url.password().ifPresent(config::setPassword);
        config.setDataSourceProperties(driver);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
        config.setValidationTimeout(1000);
        return config;
    }

    /** Each statement is a transaction of its own. */
    @Override
    public <T> T ask(Work<T> statement) {
        try (Session session = new Session(pool)) {
            return statement.in(session);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public <T> T change(Work<T> statement) {
        return ask(statement);
    }

    @Override
    public <T> T together(Work<T> statements) {
        return ask(session -> session.together(statements));
    }

    /** Everybody may read on. */
    @Override
    public void lock(Session session, String table) throws SQLException {
        session.update("LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
    }

    @Override
    public <T> Finder<T> finder(String table, Session.Row<T> row) {
        return new NamedRows<>(this, table, row);
    }

    private RuntimeException failed(SQLException e) {
        String message = "The store " + url + " failed: " + e.getMessage();
        boolean rejected = REJECTED.matcher(String.valueOf(e.getSQLState())).lookingAt();
        if (isAway(e)) {
            return new Store.Unavailable(message, e);
        }
        return rejected ? new StatementRejected(message, e) : Failures.failure(message, e);
    }

    private static boolean isAway(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || AWAY.matcher(String.valueOf(e.getSQLState())).matches();
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
