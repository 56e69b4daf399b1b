package dev.jobport.crash.history;

import java.util.List;
import java.util.Map;

/**
 * All that is known of a run.
 *
 * @param timings of the action types, by their name
 * @param calls in no order
 * @param actions all that the store held at the end
 */
public record History(Map<String, Timing> timings, List<Call> calls, List<ActionAtEnd> actions) {}
