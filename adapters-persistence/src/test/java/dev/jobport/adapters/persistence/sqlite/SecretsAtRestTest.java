package dev.jobport.adapters.persistence.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.jobport.adapters.persistence.format.Sealing;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.SecretsAtRestContract;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** No secret is in the file, nor in those beside it. */
class SecretsAtRestTest implements SecretsAtRestContract {

    @TempDir
    Path directory;

    @Override
    public Store open(String... keys) {
        return SqliteStore.open(directory.resolve("jobport.db"), Sealing.keys(keys), new CompositeMeterRegistry());
    }

    @Override
    public String idOf(String key) {
        return Sealing.idOf(key);
    }

    @Override
    public String content() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files) {
                all.append(Files.readString(file, ISO_8859_1));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void replaceSealed(UnaryOperator<String> change) {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + directory.resolve("jobport.db"));
        try (Session session = new Session(database)) {
            Map<Long, String> inputs = new LinkedHashMap<>();
            session.query(
                    "SELECT seq, input FROM action_execution ORDER BY seq",
                    row -> inputs.put(row.getLong("seq"), row.getString("input")));
            for (var stored : inputs.entrySet()) {
                session.update(
                        "UPDATE action_execution SET input = ? WHERE seq = ?",
                        Sealing.replaced(stored.getValue(), change),
                        stored.getKey());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
