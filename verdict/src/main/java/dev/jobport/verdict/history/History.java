package dev.jobport.verdict.history;

import java.util.Comparator;
import java.util.List;

/**
 * All that was seen of a worker, by number.
 *
 * @param lost how many of the oldest events there was no room for
 */
public record History(Heading heading, List<Event> events, long lost) {

    public History {
        events = events.stream().sorted(Comparator.comparingLong(Event::number)).toList();
    }
}
