package dev.jobport.verdict.report;

import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.History;
import java.util.List;
import java.util.stream.Stream;

/** A history in lines for people, written as evidence is. */
public final class EventLog {

    private EventLog() {}

    /** The last of it; what is left out is counted. */
    public static List<String> last(int most, History history) {
        List<Event> events = history.events();
        int left = Math.max(0, events.size() - most);
        List<String> lines = EvidenceLines.of(
                history.heading(), events.stream().skip(left).map(Evidence::of).toList());
        return left == 0
                ? lines
                : Stream.concat(Stream.of("… " + Words.count(left, "earlier event")), lines.stream())
                        .toList();
    }
}
