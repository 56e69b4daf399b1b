package dev.jobport.verdict;

import dev.jobport.verdict.history.Event;

/**
 * An event that a finding rests on.
 *
 * @param note what it shows, if it does not speak for itself; otherwise empty
 */
public record Evidence(Event event, String note) {

    public static Evidence of(Event event) {
        return new Evidence(event, "");
    }
}
