package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.Work;

/** The file behind many connections that read and one that writes. */
record SqliteDatabase(Readers readers, Writer writer) implements Database {

    @Override
    public <T> T ask(Work<T> question) {
        return readers.read(question);
    }

    @Override
    public <T> T together(Work<T> statements) {
        return writer.write(statements);
    }

    /** Nobody else writes while the writer carries out something. */
    @Override
    public void lock(Session session, String table) {}
}
