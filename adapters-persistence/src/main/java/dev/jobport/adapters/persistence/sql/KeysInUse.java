package dev.jobport.adapters.persistence.sql;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import java.sql.SQLException;
import java.util.Optional;

/** The keys that secrets of a store are sealed with. */
public final class KeysInUse {

    /** Goes from one to the next through the index, so it takes a look for each key and not for each secret. */
    public static final String IDS = """
        WITH RECURSIVE used(id) AS (
            SELECT min(secrets_key) FROM action_execution WHERE secrets_key IS NOT NULL
            UNION ALL
            SELECT (SELECT min(secrets_key) FROM action_execution WHERE secrets_key > used.id)
            FROM used WHERE used.id IS NOT NULL
        )
        SELECT id FROM used WHERE id IS NOT NULL
        """;

    private KeysInUse() {}

    /**
     * @param store by the name that is shown
     * @throws java.io.UncheckedIOException if one of them is missing
     */
    public static void require(SecretsKeys keys, Session session, Object store) throws SQLException {
        Optional<String> missing = keys.missing(session.query(IDS, row -> row.getString("id")));
        if (missing.isPresent()) {
            throw Failures.cannotOpen(store, missing.get(), null);
        }
    }
}
