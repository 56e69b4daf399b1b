package dev.jobport.adapters.persistence.sql;

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
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private long writes;

    /** Makes something of the row that a result stands on. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public Session(DataSource database) throws SQLException {
        this.connection = database.getConnection();
    }

    public <T> List<T> query(String sql, Row<T> row, Object... arguments) throws SQLException {
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

    public <T> Optional<T> queryOne(String sql, Row<T> row, Object... arguments) throws SQLException {
        return query(sql, row, arguments).stream().findFirst();
    }

    /** What a query that always has a row says in it. */
    public <T> T one(String sql, Row<T> row, Object... arguments) throws SQLException {
        return query(sql, row, arguments).get(0);
    }

    /** How many rows the statement inserted, changed or removed. */
    public int update(String sql, Object... arguments) throws SQLException {
        writes++;
        return with(sql, arguments, PreparedStatement::executeUpdate);
    }

    /** Inserts one row with a statement that returns one number, and answers with that. */
    public long insert(String sql, Object... arguments) throws SQLException {
        writes++;
        return one(sql, row -> row.getLong(1), arguments);
    }

    /** How many of these two were begun so far. */
    public long writes() {
        return writes;
    }

    public void execute(String sql) throws SQLException {
        with(sql, new Object[0], PreparedStatement::execute);
    }

    /** Carries out all of the work or, if it throws, nothing. */
    public <T> T together(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.in(this);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** A driver may give up a statement that failed, for whatever reason; the next time it takes a new one. */
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
            statement.setObject(i + 1, asArray(arguments[i]));
        }
        return statement;
    }

    /** Several values for one mark, where a database has such. */
    private Object asArray(Object argument) throws SQLException {
        if (argument instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return argument instanceof Long[] numbers ? connection.createArrayOf("bigint", numbers) : argument;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
