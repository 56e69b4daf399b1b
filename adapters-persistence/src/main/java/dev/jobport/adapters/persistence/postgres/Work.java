package dev.jobport.adapters.persistence.postgres;

import java.sql.SQLException;

/** Something to be done in the database. */
@FunctionalInterface
interface Work<T> {

    T in(Session session) throws SQLException;
}
