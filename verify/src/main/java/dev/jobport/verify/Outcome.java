package dev.jobport.verify;

/** What the process exits with, beside what a verdict comes to. */
final class Outcome {

    static final int MISUSED = 2;
    static final int INCONCLUSIVE = 3;
    /** The worker could not be run, or never polled. */
    static final int NO_WORKER = 4;

    private Outcome() {}
}
