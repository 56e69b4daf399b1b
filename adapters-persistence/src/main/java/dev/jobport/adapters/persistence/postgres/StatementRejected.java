package dev.jobport.adapters.persistence.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The database did not carry out a statement because of what is in it, and has changed nothing. */
final class StatementRejected extends UncheckedIOException {

    StatementRejected(String message, Throwable cause) {
        super(message, new IOException(message, cause));
    }
}
