package dev.jobport.lab;

import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.report.EventLog;
import java.util.List;

/** The end of a history in lines, for those who waited in vain. */
final class LastSeen {

    private static final int LINES = 20;

    private LastSeen() {}

    static String of(History history) {
        List<Event> events = history.events().stream()
                .filter(it -> it instanceof Exchange || it instanceof LifeEvent)
                .toList();
        if (events.isEmpty()) {
            return "Nothing was heard of a worker.";
        }
        History seen = new History(history.heading(), events, history.lost());
        return "What was seen last:\n  " + String.join("\n  ", EventLog.last(LINES, seen));
    }
}
