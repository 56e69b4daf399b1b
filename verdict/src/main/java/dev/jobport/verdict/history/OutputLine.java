package dev.jobport.verdict.history;

import java.time.Instant;

/** A line that the worker printed, to {@code stdout} or {@code stderr}. */
public record OutputLine(long number, Instant at, String stream, String line) implements Event {}
