package dev.jobport.adapters.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A connection and its statements, each prepared once. For one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private long writes;

    /** Makes something of the row that a result stands on. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Session(DataSource database) throws SQLException {
        this.connection = database.getConnection();
    }

    <T> List<T> query(String sql, Row<T> row, Object... arguments) throws SQLException {
        return with(sql, arguments, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(row.read(rows));
                }
                return read;
            }
        });
    }

    <T> Optional<T> queryOne(String sql, Row<T> row, Object... arguments) throws SQLException {
        return query(sql, row, arguments).stream().findFirst();
    }

    /** How many rows the statement inserted or changed. */
    int update(String sql, Object... arguments) throws SQLException {
        writes++;
        return with(sql, arguments, PreparedStatement::executeUpdate);
    }

    /** Inserts one row with a statement that returns one number, and answers with that. */
    long insert(String sql, Object... arguments) throws SQLException {
        writes++;
        Optional<Long> returned = queryOne(sql, row -> row.getLong(1), arguments);
        return returned.orElseThrow();
    }

    /** How many of these two were begun so far. */
    long writes() {
        return writes;
    }

    void execute(String sql) throws SQLException {
        with(sql, new Object[0], PreparedStatement::execute);
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** The driver gives up a statement that failed, for whatever reason; the next time it takes a new one. */
    private <T> T with(String sql, Object[] arguments, Use<T> use) throws SQLException {
        try {
            return use.of(prepared(sql, arguments));
        } catch (SQLException e) {
            try (PreparedStatement failed = statements.remove(sql)) {
                throw e;
            }
        }
    }

    private PreparedStatement prepared(String sql, Object[] arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection does not close", e);
        }
    }
}
