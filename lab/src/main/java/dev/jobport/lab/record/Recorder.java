package dev.jobport.lab.record;

import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.Heading;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Recording;
import dev.jobport.verdict.history.Vantage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/** The history of a lab as it grows, and those who wait for something to be in it. */
public final class Recorder {

    private static final Duration FOR_ANSWERS = Duration.ofSeconds(2);

    private final Recording recording;
    private final SecretTags tags = new SecretTags();
    /** By their numbers, whether they poll. */
    private final Map<Long, Boolean> beingAnswered = new ConcurrentHashMap<>();

    private final Set<String> offered = ConcurrentHashMap.newKeySet();
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> latestOfJobs = new ConcurrentHashMap<>();
    private volatile long latestEmptyPoll;
    private volatile long latestOfAnyJob;
    private final Object growth = new Object();
    private long generation;

    public Recorder(Heading heading, int room) {
        this.recording = new Recording(heading, room);
    }

    public SecretTags tags() {
        return tags;
    }

    /** From now on the worker is seen from there too. */
    public void watches(Vantage... others) {
        recording.seeFrom(others);
    }

    /** By the machine's clock, which does not travel. */
    public Instant now() {
        return Instant.now();
    }

    /** Something that happens now, and is over. */
    public void add(LongFunction<Event> event) {
        add(event.apply(recording.next()));
    }

    /** The number of a request that arrives now. It is added when it is answered. */
    long arrived(boolean polls) {
        long number = recording.next();
        takeUp(number, polls);
        return number;
    }

    /** Nobody who asks for the history has to wait for the answer of this one. */
    void setAside(long number) {
        beingAnswered.remove(number);
        grown();
    }

    /** Now its answer comes. */
    void takeUp(long number, boolean polls) {
        beingAnswered.put(number, polls);
    }

    void add(Event event) {
        recording.add(event);
        note(event);
        beingAnswered.remove(event.number());
        grown();
    }

    private void note(Event event) {
        if (event instanceof LifeEvent life) {
            latestOfAnyJob = Math.max(latestOfAnyJob, event.number());
            if (life.isLapse()) {
                offered.remove(life.job());
            }
        } else if (event instanceof ArtifactRequest request) {
            latestOfAnyJob = Math.max(latestOfAnyJob, event.number());
            request.job().ifPresent(job -> latestOfJobs.merge(job, event.number(), Math::max));
        } else if (event instanceof Exchange exchange && exchange.isPoll()) {
            if (exchange.isKnown() && exchange.answer().status() == 200) {
                note(exchange);
            }
        } else if (event instanceof Exchange exchange) {
            latestOfAnyJob = Math.max(latestOfAnyJob, event.number());
            exchange.job().ifPresent(job -> latestOfJobs.merge(job, event.number(), Math::max));
            if (exchange.acknowledges() && exchange.isKnown()) {
                exchange.job().ifPresent(claimed::add);
            }
        }
    }

    private void note(Exchange poll) {
        poll.answer().offers().forEach(offer -> offered.add(offer.job()));
        if (poll.answer().offers().isEmpty()) {
            latestEmptyPoll = Math.max(latestEmptyPoll, poll.number());
        }
    }

    /** Whether a worker was told that the job is its own. */
    public boolean isClaimed(String job) {
        return claimed.contains(job);
    }

    /** Whether an offer of the job arrived at a worker, and has not lapsed. */
    public boolean isOffered(String job) {
        return offered.contains(job);
    }

    /** Whether the last that was seen is a poll that found nothing. */
    public boolean lastPollWasEmpty() {
        return latestEmptyPoll > latestOfAnyJob && !beingAnswered.containsValue(false);
    }

    /** Whether somebody has sent something about a job since. */
    public boolean wasMentioned(String job, long since) {
        return latestOfJobs.getOrDefault(job, 0L) > since;
    }

    private void grown() {
        synchronized (growth) {
            generation++;
            growth.notifyAll();
        }
    }

    /** With the answers of all requests that are being answered now. */
    public History soFar() {
        Set<Long> now = Set.copyOf(beingAnswered.keySet());
        await(() -> now.stream().noneMatch(beingAnswered::containsKey), FOR_ANSWERS);
        return recording.soFar();
    }

    /** Waits, in real time, until something holds, and looks whenever something is seen. */
    public boolean await(BooleanSupplier what, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        long seen = generation();
        while (!what.getAsBoolean()) { // without the lock: it may wait for those who write
            if (!awaitGrowth(seen, until)) {
                return what.getAsBoolean();
            }
            seen = generation();
        }
        return true;
    }

    private long generation() {
        synchronized (growth) {
            return generation;
        }
    }

    private boolean awaitGrowth(long seen, long until) {
        synchronized (growth) {
            while (generation == seen) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                try {
                    growth.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }
}
