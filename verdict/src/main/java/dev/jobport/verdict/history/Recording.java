package dev.jobport.verdict.history;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A history that grows, from any number of threads. If there is no room left, what was added first goes. */
public final class Recording {

    /** A character takes up to two bytes, so text takes up to a quarter of it. */
    private static final int SHARE_OF_HEAP = 8;

    /** What a member costs beside its text, in characters. */
    private static final int ENTRY = 50;

    private final Heading heading;
    private final Set<Vantage> seenFrom = EnumSet.noneOf(Vantage.class);
    private final int room;
    private final long roomForText;
    private final AtomicLong numbers = new AtomicLong();
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private long text;
    private long lost;

    /** @param room for how many events; those that say much take the room of many, so that it never costs most of the heap */
    public Recording(Heading heading, int room) {
        this(heading, room, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** @param roomForText in characters, for all that the events say */
    Recording(Heading heading, int room, long roomForText) {
        this.heading = heading;
        seenFrom.addAll(heading.seenFrom());
        this.room = room;
        this.roomForText = roomForText;
    }

    /** The number of what arrives or happens now. An exchange takes it at once, and is added when it has been answered. */
    public long next() {
        return numbers.incrementAndGet();
    }

    public synchronized void add(Event event) {
        events.addLast(event);
        text += textOf(event);
        while (events.size() > room || text > roomForText && events.size() > 1) {
            text -= textOf(events.removeFirst());
            lost++;
        }
    }

    /** In characters, the text of an event that others may make as long as they like. */
    private static long textOf(Event event) {
        if (event instanceof Exchange exchange) {
            return exchange.members().entrySet().stream()
                    .mapToLong(
                            it -> ENTRY + it.getKey().length() + it.getValue().length())
                    .sum();
        }
        if (event instanceof OutputLine line) {
            return line.line().length();
        }
        return event instanceof ProcessEvent process ? process.detail().length() : 0;
    }

    /** From there too, from now on. */
    public synchronized void seeFrom(Vantage... others) {
        seenFrom.addAll(Arrays.asList(others));
    }

    public synchronized History soFar() {
        return new History(heading.seenFrom(seenFrom), List.copyOf(events), lost);
    }
}
