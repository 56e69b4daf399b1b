package dev.jobport.verify;

import java.util.Locale;

/** Scenarios of one sort. */
enum Group {
    /** Nothing goes wrong but the work. */
    PLAIN,
    /** Somebody else is faster, or the lease lapses. */
    RACES,
    /** Connections break, and the server throttles and fails. */
    WIRE,
    /** A third party has several customers, each with a token. */
    CLIENTS,
    /** Artifacts are read and stored. */
    ARTIFACTS,
    /** The protocol's time passes. */
    TIME,
    /** The server answers what it may answer some day. */
    FUTURE,
    /** The worker itself is ended and started. */
    PROCESS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
