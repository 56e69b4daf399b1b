package dev.jobport.adapters.persistence.sql;

import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements about clients that databases understand alike. None is remembered: its token may be revoked elsewhere. */
public final class ClientSql {

    public static final String REPLACE = "UPDATE client SET token_hash = ? WHERE account = ? AND id = ?";

    public static final String REMOVE = "DELETE FROM client WHERE account = ? AND id = ?";

    public static final String FIND = "SELECT id, token_hash FROM client WHERE account = ? AND id = ?";

    public static final String LIST = "SELECT id FROM client WHERE account = ? AND id > ? ORDER BY id LIMIT ?";

    public static final String COUNT =
            "SELECT count(*) FROM (SELECT 1 FROM client WHERE account = ? LIMIT ?) AS counted";

    private ClientSql() {}

    public static Client read(ResultSet row) throws SQLException {
        return new Client(readId(row), row.getString("token_hash"));
    }

    public static ClientId readId(ResultSet row) throws SQLException {
        return new ClientId(row.getString("id"));
    }
}
