package dev.jobport.verdict.history;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A history that grows, from any number of threads. If there is no room left, what was added first goes. */
public final class Recording {

    private final Heading heading;
    private final Set<Vantage> seenFrom = EnumSet.noneOf(Vantage.class);
    private final int room;
    private final AtomicLong numbers = new AtomicLong();
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private long lost;

    /** @param room for how many events */
    public Recording(Heading heading, int room) {
        this.heading = heading;
        seenFrom.addAll(heading.seenFrom());
        this.room = room;
    }

    /** The number of what arrives or happens now. An exchange takes it at once, and is added when it has been answered. */
    public long next() {
        return numbers.incrementAndGet();
    }

    public synchronized void add(Event event) {
        if (events.size() == room) {
            events.removeFirst();
            lost++;
        }
        events.addLast(event);
    }

    /** From there too, from now on. */
    public synchronized void seeFrom(Vantage... others) {
        seenFrom.addAll(Arrays.asList(others));
    }

    public synchronized History soFar() {
        return new History(heading.seenFrom(seenFrom), List.copyOf(events), lost);
    }
}
