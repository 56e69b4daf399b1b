package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.ActionStarted;
import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Heading;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.InjectedFault;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.Offer;
import dev.jobport.verdict.history.OutputLine;
import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.history.Vantage;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A history that is told event by event. Each has a name (what it is, and its number among those of its kind), so that a story
 * can be told again with one event more, less or otherwise, and all the others as they were.
 */
final class Story {

    static final Instant START = Instant.parse("2026-07-31T10:00:00Z");
    private static final int STEP = 100;

    private final Map<String, Event> events = new LinkedHashMap<>();
    private Set<Vantage> seenFrom = EnumSet.allOf(Vantage.class);
    private Expectations expectations = Expectations.USUAL;
    private long lost;
    private long number = STEP;
    private long millis;

    /** A job that is offered, acknowledged, and reported as a success. */
    static Story done() {
        return taken().success("j1").life("j1", "InProgress", "Succeeded");
    }

    /** A job that is offered and acknowledged. */
    static Story taken() {
        return offered().acknowledge("j1", "#n1").life("j1", "Dispatched", "InProgress");
    }

    static Story offered() {
        return new Story().poll(offer("j1", "#n1")).life("j1", "Queued", "Dispatched");
    }

    /** A worker that has polled three times, and does so again now. */
    static Story rounds(long millis) {
        return new Story().poll().later(millis).poll().later(millis).poll().later(millis);
    }

    /** It polls each five seconds, is offered a job, and acknowledges it. */
    static Story takenInARound() {
        return rounds(5_000).poll(offer("j1", "#n1")).acknowledge("j1", "#n1");
    }

    static Offer offer(String job, String nonce, String... outputs) {
        return new Offer(
                job,
                Optional.of("a-" + job.replaceAll("-.*", "")),
                Optional.of(nonce),
                Optional.empty(),
                Optional.of("#c" + nonce.substring(2)),
                Optional.empty(),
                List.of(outputs));
    }

    /** A third party's offer in a poll. */
    static Offer bare(String job) {
        return new Offer(
                job,
                Optional.empty(),
                Optional.empty(),
                Optional.of("client"),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    Story poll(Offer... offers) {
        return call("PollForJobs", it -> it.offers = List.of(offers));
    }

    Story acknowledge(String job, String nonce, Twist... twists) {
        return call("AcknowledgeJob", job, it -> {
            it.member("nonce", nonce);
            it.jobStatus = "InProgress";
            Twist.all(twists, it);
        });
    }

    Story success(String job, Twist... twists) {
        return call("PutJobSuccessResult", job, twists);
    }

    Story failure(String job, String message, Twist... twists) {
        return call("PutJobFailureResult", job, it -> {
            it.member("failureDetails.type", "JobFailed");
            it.member("failureDetails.message", message);
            Twist.all(twists, it);
        });
    }

    Story call(String operation, String job, Twist... twists) {
        return call(operation, it -> {
            it.member("jobId", job);
            Twist.all(twists, it);
        });
    }

    Story call(String operation, Twist... twists) {
        Draft draft = new Draft(operation);
        Twist.all(twists, draft);
        return add(operation, draft.exchange(number, now()));
    }

    Story life(String job, String from, String to) {
        return add(
                "life",
                new LifeEvent(
                        number, now(), job, "a-" + job.replaceAll("-.*", ""), Optional.of(from), to, Optional.empty()));
    }

    Story starts(String action, String type, Boolean workFails) {
        return add("start", new ActionStarted(number, now(), action, type, Optional.ofNullable(workFails)));
    }

    Story artifact(String method, String artifact, String job, String credentials) {
        return artifact(method, artifact, job, credentials, 200, null, artifact);
    }

    Story artifact(
            String method, String artifact, String job, String credentials, int status, String error, String digest) {
        return artifactAt("/bucket/" + artifact, method, artifact, job, credentials, status, error, digest);
    }

    /** It is stored, and the answer breaks off. */
    Story cutUpload(String artifact, String job, String credentials) {
        return add(
                "artifact",
                new ArtifactRequest(
                        number,
                        now(),
                        Optional.empty(),
                        "PUT",
                        "/bucket/" + artifact,
                        Optional.of(artifact),
                        Optional.of(job),
                        Optional.of(credentials),
                        200,
                        Optional.empty(),
                        Optional.of(artifact),
                        Optional.of(new InjectedFault("cut", 1, false))));
    }

    Story artifactAt(
            String object,
            String method,
            String artifact,
            String job,
            String credentials,
            int status,
            String error,
            String digest) {
        return add(
                "artifact",
                new ArtifactRequest(
                        number,
                        now(),
                        Optional.of(now().plusMillis(1)),
                        method,
                        object,
                        Optional.of(artifact),
                        Optional.of(job),
                        Optional.of(credentials),
                        status,
                        Optional.ofNullable(error),
                        Optional.of(digest),
                        Optional.<InjectedFault>empty()));
    }

    Story prints(String line) {
        return add("output", new OutputLine(number, now(), "stderr", line));
    }

    Story process(ProcessEvent.Kind kind, String detail) {
        return add("process", new ProcessEvent(number, now(), kind, "1", detail));
    }

    Story mark(Mark.Kind kind, String text) {
        return add("mark", new Mark(number, now(), kind, text));
    }

    /** What comes next comes so many milliseconds after the beginning. */
    Story at(long millis) {
        this.millis = millis;
        return this;
    }

    /** What comes next comes so many milliseconds after what came last. */
    Story later(long millis) {
        this.millis += millis - 10;
        return this;
    }

    /** What comes next comes right after this one, and before all that follows it. */
    Story after(String name) {
        Event event = event(name);
        number = event.number() + 1;
        millis = event.at().toEpochMilli() - START.toEpochMilli() + 5;
        return this;
    }

    Story without(String... names) {
        events.keySet().removeAll(Arrays.asList(names));
        return this;
    }

    /** What comes next comes instead of this one. */
    Story insteadOf(String name) {
        Event event = event(name);
        number = event.number();
        millis = event.at().toEpochMilli() - START.toEpochMilli();
        return without(name);
    }

    Story seenFrom(Vantage... vantages) {
        seenFrom = Set.of(vantages);
        return this;
    }

    Story expecting(Expectations what) {
        expectations = what;
        return this;
    }

    Story havingLost(long count) {
        lost = count;
        return this;
    }

    History told() {
        return new History(
                new Heading(START, seenFrom, 20260731, "0.1.0", "worker", expectations),
                List.copyOf(events.values()),
                lost);
    }

    private Event event(String name) {
        if (!events.containsKey(name)) {
            throw new IllegalArgumentException("No " + name + " in " + events.keySet());
        }
        return events.get(name);
    }

    private Story add(String kind, Event event) {
        String name = kind;
        for (int count = 2; events.containsKey(name); count++) {
            name = kind + " " + count;
        }
        events.put(name, event);
        number += STEP;
        millis += 10;
        return this;
    }

    private Instant now() {
        return START.plusMillis(millis);
    }
}
