package dev.jobport.adapters.persistence.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** New databases on one real PostgreSQL server, which starts with the first of them and ends with the tests. */
final class TestDatabase {

    private static final String TEMPLATE = "jobport_template";

    /** So many stay; all of them would be a gigabyte to throw away in the end. */
    private static final int KEPT = 5;

    private static final Map<Class<?>, String> OF_CLASSES = new HashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** Has its schema already, copied, because to make it each time takes long. */
    static synchronized String create() {
        if (server == null) {
            server = start();
            PostgresStore.open(createEmpty(TEMPLATE)).close();
        }
        int number = COUNT.incrementAndGet();
        execute("DROP DATABASE IF EXISTS \"" + name(number - KEPT) + "\" WITH (FORCE)");
        execute("CREATE DATABASE " + name(number) + " TEMPLATE " + TEMPLATE);
        return url(name(number));
    }

    /** One for all tests of a class, without any content: to empty it takes a tenth of the time that a new one does. */
    static synchronized String emptied(Class<?> test) {
        String url = OF_CLASSES.get(test);
        if (url == null) {
            create();
            String name = "of_" + OF_CLASSES.size();
            execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
            OF_CLASSES.put(test, url(name));
            return url(name);
        }
        execute(
                "TRUNCATE action_type, client, action_execution, job RESTART IDENTITY",
                url.substring(url.lastIndexOf('/') + 1));
        return url;
    }

    private static String name(int number) {
        return "test_" + number;
    }

    static synchronized String createEmpty() {
        create();
        return createEmpty(name(COUNT.incrementAndGet()));
    }

    private static String createEmpty(String name) {
        execute("CREATE DATABASE " + name);
        return url(name);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    static void execute(String sql) {
        execute(sql, "postgres");
    }

    static void execute(String sql, String database) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** In bytes, without the log that all databases of the server share. */
    static long size(String url) {
        String sql = "SELECT pg_database_size('" + url.replaceFirst(".*/", "") + "')";
        try (Connection connection = server.getDatabase("postgres", "postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(sql)) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String url(String name) {
        return "//postgres:postgres@127.0.0.1:" + server.getPort() + "/" + name;
    }
}
