package dev.jobport.verdict.history;

/** From where a worker was watched. A rule that needs another place is not observable. */
public enum Vantage {
    /** Requests and answers. */
    WIRE,
    /** How jobs changed, in the order of the store. */
    LIFE,
    /** Requests for the jobs' artifacts. */
    ARTIFACTS,
    /** What the worker printed. */
    OUTPUT,
    /** The worker's process: its start, signals and end. */
    PROCESS
}
