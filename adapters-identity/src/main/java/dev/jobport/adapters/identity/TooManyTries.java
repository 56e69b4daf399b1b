package dev.jobport.adapters.identity;

/** A request was refused, and from where it came too many were refused before: what was wrong is not told any more. */
public final class TooManyTries extends RuntimeException {
    TooManyTries() {
        super("Rate exceeded", null, false, false); // an answer, not a crash
    }
}
