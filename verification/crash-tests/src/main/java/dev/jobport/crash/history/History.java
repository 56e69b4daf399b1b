package dev.jobport.crash.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a run.
 *
 * @param clockDoubt by how much the servers' clocks may differ from the callers'; the file of a store on this machine
 *     leaves none
 * @param timings of the action types that actions start of, by their name
 * @param calls in no order
 * @param actions all that the store held at the end
 * @param actionTypes all that the store held at the end, without those that were deleted
 */
public record History(
        Duration clockDoubt,
        Map<String, Timing> timings,
        List<Call> calls,
        List<ActionAtEnd> actions,
        List<ActionTypeAtEnd> actionTypes) {}
