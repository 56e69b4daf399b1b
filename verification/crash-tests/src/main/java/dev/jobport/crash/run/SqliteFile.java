package dev.jobport.crash.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A store in an SQLite file: nothing runs but the server, and so nothing else can be hit. */
record SqliteFile(Path file) implements StoreUnderTest {

    @Override
    public String url(int server) {
        return "sqlite:" + file;
    }

    @Override
    public Duration clockDoubt() {
        return Duration.ZERO;
    }

    @Override
    public List<Blow> blows() {
        return List.of();
    }

    @Override
    public List<String> damage() {
        List<String> damage = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String check : List.of("PRAGMA integrity_check", "PRAGMA foreign_key_check")) {
                try (ResultSet rows = statement.executeQuery(check)) {
                    while (rows.next()) {
                        damage.add(rows.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            damage.add(e.getMessage());
        }
        damage.remove("ok");
        return damage;
    }

    @Override
    public void close() {
        // the file goes with its directory
    }
}
