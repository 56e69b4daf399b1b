package dev.jobport.adapters.persistence.sql;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What is told when a store cannot do its work: one sentence, fit to be shown. */
public final class Failures {

    private Failures() {}

    /**
     * @param store by the name that is shown
     * @param why with what to do about it, if that is known
     */
    public static UncheckedIOException cannotOpen(Object store, String why, Throwable cause) {
        return failure("The store " + store + " cannot be opened: " + why.replaceFirst("\\.?$", "."), cause);
    }

    public static UncheckedIOException failure(String message, Throwable cause) {
        return new UncheckedIOException(message, new IOException(message, cause));
    }
}
