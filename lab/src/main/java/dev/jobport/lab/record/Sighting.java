package dev.jobport.lab.record;

import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.InjectedFault;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request that is seen, from its arrival to its answer. Written down once. */
public abstract class Sighting {

    private static final Pattern KEY = Pattern.compile("Credential=([^/,\\s]+)/");

    /** Looks up a header that was sent. */
    public interface Headers {
        Optional<String> first(String name);
    }

    final Recorder recorder;
    final long number;
    final Instant arrived = Instant.now();
    final Headers headers;
    private final boolean polls;
    private boolean written;

    Sighting(Recorder recorder, Headers headers, boolean polls) {
        this.recorder = recorder;
        this.headers = headers;
        this.polls = polls;
        this.number = recorder.arrived(polls);
    }

    /** As AWS names it; empty if it is none that is known. */
    public abstract String operation();

    /** Whether it is a call of the protocol, and not a request for an artifact. */
    public abstract boolean isCall();

    /** The members as they were sent, secrets included. A request for an artifact has one only, the job that it is of. */
    public abstract Map<String, String> members();

    /** The access key that it claims; empty if there is none. */
    public String key() {
        Matcher claimed = KEY.matcher(headers.first("authorization").orElse(""));
        return claimed.find() ? claimed.group(1) : "";
    }

    /** Does something that takes long, and is meant to, before it is answered. */
    public <T> T meanwhile(Supplier<T> something) {
        recorder.setAside(number);
        try {
            return something.get();
        } finally {
            recorder.takeUp(number, polls);
        }
    }

    /** It was never handed to whoever would answer. */
    public void unasked(Optional<InjectedFault> fault) {
        write(() -> unansweredEvent(fault));
    }

    /**
     * @param outcome the name of the error, if it is one
     * @param sent whether it went out whole
     */
    public void answered(int status, String outcome, byte[] body, boolean sent, Optional<InjectedFault> fault) {
        Optional<Instant> when = sent ? Optional.of(Instant.now()) : Optional.empty();
        write(() -> answeredEvent(status, outcome, body, when, fault));
    }

    /** Nobody waits for its answer any more: it has one, or whoever should have answered it failed. */
    public void over() {
        recorder.setAside(number);
    }

    abstract Event unansweredEvent(Optional<InjectedFault> fault);

    abstract Event answeredEvent(
            int status, String outcome, byte[] body, Optional<Instant> sent, Optional<InjectedFault> fault);

    private synchronized void write(Supplier<Event> event) {
        if (!written) {
            written = true;
            recorder.add(event.get());
        }
    }
}
