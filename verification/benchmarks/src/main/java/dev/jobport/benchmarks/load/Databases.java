package dev.jobport.benchmarks.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes databases on a PostgreSQL server, its own or one that runs already, and drops them in the end. */
final class Databases implements AutoCloseable {

    private final List<String> created = new ArrayList<>();
    private final URI server;
    private final AutoCloseable process;

    private Databases(URI server, AutoCloseable process) {
        this.server = server;
        this.process = process;
    }

    /** Starts a server, whose commits wait for the disk as they do in operation; the library's own choice is otherwise. */
    static Databases start(Path directory) {
        try {
            EmbeddedPostgres own = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            return new Databases(
                    URI.create("postgres://postgres:postgres@127.0.0.1:" + own.getPort() + "/postgres"), own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param url {@code postgres://USER:PASSWORD@HOST:PORT/DATABASE}; the user may create databases */
    static Databases on(String url) {
        return new Databases(URI.create(url), () -> {});
    }

    /**
     * @param name of a database that must not be there yet
     * @return its URL
     */
    String create(String name) {
        execute(server, "CREATE DATABASE " + name);
        created.add(name);
        return at(name).toString();
    }

    /** Does at once what autovacuum does in time: a plan needs statistics, and they are not measured while it works. */
    void vacuum(String name) {
        execute(at(name), "VACUUM (ANALYZE)");
        execute(at(name), "CHECKPOINT");
    }

    private URI at(String name) {
        return server.resolve("/" + name);
    }

    private static void execute(URI url, String sql) {
        String[] credentials = url.getUserInfo().split(":", 2);
        String jdbc = "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath();
        try (Connection connection = DriverManager.getConnection(jdbc, credentials[0], credentials[1]);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        created.forEach(name -> execute(server, "DROP DATABASE " + name + " WITH (FORCE)"));
        try {
            process.close();
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL does not stop", e);
        }
    }
}
