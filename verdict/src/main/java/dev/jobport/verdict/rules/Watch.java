package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.ProcessEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What was done to the worker, and for how long it was watched. */
final class Watch {

    /** An SDK tries again well within this time. */
    static final Duration A_RETRY = Duration.ofSeconds(5);

    /** SDKs wait a minute for an answer that does not come. */
    static final Duration A_READ_TIMEOUT = Duration.ofSeconds(60);

    private final TreeMap<Long, Event> excuses = new TreeMap<>();
    private final TreeMap<Long, Mark> surrenders = new TreeMap<>();
    private final TreeMap<Long, Mark> jumps = new TreeMap<>();
    private final TreeMap<Long, ProcessEvent> deaths = new TreeMap<>();
    private final Instant until;

    Watch(History history) {
        Set<String> signalled = new HashSet<>();
        Instant latest = history.heading().began();
        for (Event event : history.events()) {
            if (!(event instanceof LifeEvent) && event.at().isAfter(latest)) {
                latest = event.at();
            }
            if (event instanceof Mark mark) {
                add(mark);
            } else if (event instanceof ProcessEvent process) {
                add(process, signalled);
            }
        }
        until = latest;
    }

    private void add(Mark mark) {
        switch (mark.kind()) {
            case JUMP -> {
                jumps.put(mark.number(), mark);
                excuses.put(mark.number(), mark);
            }
            case RESTART -> excuses.put(mark.number(), mark);
            case SCENARIO_GIVES_UP -> surrenders.put(mark.number(), mark);
            default -> {} // where a part begins and ends excuses nothing
        }
    }

    private void add(ProcessEvent process, Set<String> signalled) {
        switch (process.kind()) {
            case SIGNALLED -> {
                signalled.add(process.process());
                excuses.put(process.number(), process);
            }
            case ENDED -> {
                if (!signalled.contains(process.process())) {
                    deaths.put(process.number(), process);
                }
            }
            default -> {} // a start excuses nothing
        }
    }

    /** A jump of time, a signal or a restart after one event and before the other. */
    Optional<String> excuse(Event after, Event before) {
        return Optional.ofNullable(excuses.higherEntry(after.number()))
                .filter(it -> it.getKey() < before.number())
                .map(it -> describe(it.getValue()));
    }

    Optional<String> jump(Event after, Event before) {
        return Optional.ofNullable(jumps.higherEntry(after.number()))
                .filter(it -> it.getKey() < before.number())
                .map(it -> describe(it.getValue()));
    }

    private static String describe(Event event) {
        if (event instanceof Mark mark) {
            return (mark.kind() == Mark.Kind.JUMP ? "time was moved: " : "the server was started again: ")
                    + mark.text();
        }
        return "the worker was sent " + ((ProcessEvent) event).detail();
    }

    /** Its process ended, and nobody had asked it to. */
    Optional<ProcessEvent> death(Event after) {
        return Optional.ofNullable(deaths.higherEntry(after.number())).map(it -> it.getValue());
    }

    Optional<Mark> giveUp(Event after) {
        return Optional.ofNullable(surrenders.higherEntry(after.number())).map(it -> it.getValue());
    }

    /**
     * What shows that the worker has done nothing more after an event, and will not: it died, whoever watches gave up,
     * or the watch went on for long enough before anything was done to it.
     */
    Optional<String> giveUp(Event after, Optional<Duration> enough) {
        return giveUp(after, after, enough);
    }

    /** @param last what the worker did last: from then on it is silent */
    Optional<String> giveUp(Event after, Event last, Optional<Duration> enough) {
        Optional<ProcessEvent> death = death(after);
        if (death.isPresent()) {
            return Optional.of("its process ended with exit code " + death.get().detail());
        }
        Map.Entry<Long, Event> excuse = excuses.higherEntry(after.number());
        Map.Entry<Long, Mark> giveUp = surrenders.higherEntry(after.number());
        Duration watched = Duration.between(
                last.at(), excuse == null ? until : excuse.getValue().at());
        if (giveUp != null && (excuse == null || giveUp.getKey() < excuse.getKey())
                || enough.filter(it -> watched.compareTo(it) >= 0).isPresent()) {
            return Optional.of("it was watched for " + watched.toMillis() / 1000.0 + " s more");
        }
        return Optional.empty();
    }
}
