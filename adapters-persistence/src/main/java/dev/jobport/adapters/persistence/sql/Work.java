package dev.jobport.adapters.persistence.sql;

import java.sql.SQLException;

/** Something to be done in the database. */
@FunctionalInterface
public interface Work<T> {

    T in(Session session) throws SQLException;
}
