package dev.jobport.crash.history;

import java.time.Instant;

/** A job entered a status; by the server's clock, in whole milliseconds. */
public record Step(Status status, Instant at) {}
