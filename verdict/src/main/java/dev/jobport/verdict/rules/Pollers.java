package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The polls of each poller: of a key and an action type, and of a connection if those are kept. */
final class Pollers {

    /** A connection of so many polls belongs to somebody. */
    private static final int KEPT = 3;

    private Pollers() {}

    static List<List<Exchange>> of(Seen seen) {
        return of(seen.polls().stream().filter(it -> it.request().attempt() == 1));
    }

    /** With the tries of an SDK after the first. */
    static List<List<Exchange>> withRetries(Seen seen) {
        return of(seen.polls().stream());
    }

    private static List<List<Exchange>> of(Stream<Exchange> all) {
        List<List<Exchange>> pollers = new ArrayList<>();
        for (List<Exchange> polls :
                grouped(all.toList(), it -> List.of(it.request().key(), type(it)))) {
            Collection<List<Exchange>> byConnection =
                    grouped(polls, it -> it.request().connection());
            if (byConnection.stream().anyMatch(it -> it.size() >= KEPT)) {
                pollers.addAll(byConnection);
            } else {
                pollers.add(polls);
            }
        }
        return pollers;
    }

    static List<String> type(Exchange poll) {
        return poll.members().entrySet().stream()
                .filter(it -> it.getKey().startsWith("actionTypeId"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Collection<List<Exchange>> grouped(List<Exchange> polls, Function<Exchange, Object> by) {
        return polls.stream()
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Whether four of five polls have one of the other at their side. */
    static boolean inStep(List<Exchange> one, List<Exchange> other, Duration near) {
        int together = 0;
        int next = 0;
        for (Exchange poll : one) {
            while (next + 1 < other.size()
                    && distance(poll, other.get(next + 1)).compareTo(distance(poll, other.get(next))) <= 0) {
                next++;
            }
            together += distance(poll, other.get(next)).compareTo(near) <= 0 ? 1 : 0;
        }
        return together >= 5 && together * 5 >= one.size() * 4;
    }

    private static Duration distance(Exchange one, Exchange other) {
        return Duration.between(one.at(), other.at()).abs();
    }
}
