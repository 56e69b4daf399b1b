package dev.jobport.adapters.persistence.postgres;

import dev.jobport.adapters.persistence.format.Sealing;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.Work;
import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.SecretsAtRestContract;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.postgresql.ds.PGSimpleDataSource;

/** No secret is in the tables. */
class SecretsAtRestTest implements SecretsAtRestContract {

    private static final String TABLES =
            "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'";

    private final String url = TestDatabase.emptied(SecretsAtRestTest.class);

    @Override
    public Store open(String... keys) {
        return PostgresStore.open(url, Sealing.keys(keys), new CompositeMeterRegistry());
    }

    @Override
    public String idOf(String key) {
        return Sealing.idOf(key);
    }

    @Override
    public String content() {
        return inDatabase(session -> {
            StringBuilder all = new StringBuilder();
            List<String> tables = session.query(TABLES, row -> row.getString(1));
            for (String table : tables) {
                session.query(
                                "SELECT row_to_json(t) ->> key FROM " + table
                                        + " t CROSS JOIN LATERAL json_object_keys(row_to_json(t)) AS key",
                                row -> row.getString(1))
                        .forEach(all::append);
            }
            return all.toString();
        });
    }

    @Override
    public void replaceSealed(UnaryOperator<String> change) {
        inDatabase(session -> {
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
            return null;
        });
    }

    private <T> T inDatabase(Work<T> work) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql:" + url.replace("postgres:postgres@", ""));
        database.setUser("postgres");
        database.setPassword("postgres");
        try (Session session = new Session(database)) {
            return work.in(session);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
