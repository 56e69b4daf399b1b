package dev.jobport.adapters.persistence.sql;

import dev.jobport.domain.Account;
import java.sql.SQLException;
import java.util.Optional;

/** What tables are kept in, and how it is asked. If it fails, whoever asks is told in the store's words. */
public interface Database {

    /** Answers a question. It sees everything that was committed before. */
    <T> T ask(Work<T> question);

    /** Carries out several statements or, if the work throws, none. When it returns, what they changed is kept. */
    <T> T together(Work<T> statements);

    /** Carries out one statement that changes something; for databases to which one is cheaper than several. */
    default <T> T change(Work<T> statement) {
        return together(statement);
    }

    /** Keeps everybody else from changing the table until all of what is carried out together is over. */
    void lock(Session session, String table) throws SQLException;

    /** Finds rows of a table, each by its account and its id. */
    default <T> Finder<T> finder(String table, Session.Row<T> row) {
        String sql = byId(table);
        return (account, id) -> ask(session -> session.queryOne(sql, row, account.toString(), id));
    }

    /** Its arguments are an account and an id. */
    static String byId(String table) {
        return "SELECT * FROM " + table + " WHERE account = ? AND id = ?";
    }

    /** The part of a text before its first NUL. It comes before the same ids, because no id has a NUL. */
    static String upToNul(String after) {
        return after.split("\0", 2)[0];
    }

    /** The name as it can be asked for: some databases take no text with a NUL, and no name that is kept has one. */
    static String storable(String asked) {
        return asked.replace('\0', '\uFFFD');
    }

    /** Finds the one row of an account and an id. */
    @FunctionalInterface
    interface Finder<T> {
        Optional<T> find(Account account, String id);
    }
}
