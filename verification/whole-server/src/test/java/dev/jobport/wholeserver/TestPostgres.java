package dev.jobport.wholeserver;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty databases on one real PostgreSQL server, which starts with the first of them and ends with the tests. */
public final class TestPostgres {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestPostgres() {}

    /** As the setting {@code --store} names it. */
    public static synchronized String create() {
        String name = "server_" + COUNT.incrementAndGet();
        try {
            if (server == null) {
                server = EmbeddedPostgres.start();
            }
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
        return "postgres://postgres:the-password@127.0.0.1:" + server.getPort() + "/" + name;
    }
}
