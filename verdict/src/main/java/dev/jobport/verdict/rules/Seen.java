package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.ActionStarted;
import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.InjectedFault;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Offer;
import dev.jobport.verdict.history.OutputLine;
import dev.jobport.verdict.history.ProcessEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A history, ordered for the checks: gone through once, so that none of them has to look for what belongs together. */
final class Seen {

    private final History history;
    private final Watch watch;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Exchange> polls = new ArrayList<>();
    private final List<Exchange> heldUp = new ArrayList<>();
    private final List<ArtifactRequest> artifacts = new ArrayList<>();
    private final List<OutputLine> output = new ArrayList<>();
    private final List<ProcessEvent> processes = new ArrayList<>();
    private final Map<String, ActionStarted> starts = new HashMap<>();
    private final Map<String, Course> courses = new LinkedHashMap<>();
    private final Map<String, Course> ownersOfCredentials = new HashMap<>();
    private final Map<String, List<Course>> actions = new LinkedHashMap<>();

    Seen(History history) {
        this.history = history;
        this.watch = new Watch(history);
        history.events().forEach(this::add);
        artifacts.forEach(it -> owner(it).ifPresent(course -> course.artifacts.add(it)));
        if (history.lost() > 0) {
            courses.values().removeIf(course -> !course.isWhole());
        }
        courses.values()
                .forEach(course -> actions.computeIfAbsent(course.action(), it -> new ArrayList<>())
                        .add(course));
    }

    private void add(Event event) {
        if (event instanceof Exchange exchange) {
            exchanges.add(exchange);
            if (exchange.fault().filter(InjectedFault::holdsUpTheCaller).isPresent()) {
                heldUp.add(exchange);
            }
            if (exchange.isPoll()) {
                polls.add(exchange);
            } else {
                exchange.job().ifPresent(job -> course(job).add(exchange));
            }
            exchange.answer().offers().forEach(offer -> add(exchange, offer));
        } else if (event instanceof LifeEvent change) {
            course(change.job()).add(change);
        } else if (event instanceof ArtifactRequest request) {
            artifacts.add(request);
        } else if (event instanceof OutputLine line) {
            output.add(line);
        } else if (event instanceof ProcessEvent process) {
            processes.add(process);
        } else if (event instanceof ActionStarted start) {
            starts.put(start.action(), start);
        }
    }

    private void add(Exchange exchange, Offer offer) {
        Course course = course(offer.job());
        course.add(exchange, offer);
        offer.credentials().ifPresent(tag -> ownersOfCredentials.put(tag, course));
    }

    private Course course(String job) {
        return courses.computeIfAbsent(job, Course::new);
    }

    History history() {
        return history;
    }

    Watch watch() {
        return watch;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    List<Exchange> polls() {
        return polls;
    }

    List<ArtifactRequest> artifacts() {
        return artifacts;
    }

    List<OutputLine> output() {
        return output;
    }

    List<ProcessEvent> processes() {
        return processes;
    }

    Collection<Course> courses() {
        return courses.values();
    }

    Optional<Course> course(Optional<String> job) {
        return job.map(courses::get);
    }

    /** The jobs of each action, in the order in which they appeared. */
    Collection<List<Course>> actions() {
        return actions.values();
    }

    Optional<ActionStarted> start(Course course) {
        return Optional.ofNullable(starts.get(course.action()));
    }

    /** The fault that held a call up which was made between the two, so that whatever else was to be done had to wait. */
    Optional<String> heldUp(Event after, Event before) {
        return InOrder.within(heldUp, after.number(), before.number())
                .flatMap(Exchange::fault)
                .map(Object::toString);
    }

    /** Whether the worker did anything more after an event. */
    boolean isFollowed(Event event) {
        return lastCall(event) != event;
    }

    /** What the worker did last; the event itself if nothing came after it. */
    private Event lastCall(Event after) {
        return Stream.of(exchanges, artifacts)
                .filter(it -> !it.isEmpty())
                .<Event>map(it -> it.get(it.size() - 1))
                .filter(it -> it.number() > after.number())
                .max(Comparator.comparingLong(Event::number))
                .orElse(after);
    }

    /**
     * What shows that the worker stopped after an event. However long it is silent, that shows nothing while it has a job in
     * hand: it may be at work.
     */
    Optional<String> stopped(Event after) {
        boolean isBusy = courses.values().stream().anyMatch(Course::isInHand);
        return watch.giveUp(after, lastCall(after), isBusy ? Optional.empty() : standstill());
    }

    /** Whether a job that an exchange speaks of was spoken of later, or something was done for it. */
    boolean isWorkedOn(Exchange exchange) {
        return Stream.concat(
                        exchange.job().stream(),
                        exchange.answer().offers().stream().map(Offer::job))
                .flatMap(job -> course(Optional.of(job)).stream())
                .anyMatch(course -> Stream.of(course.calls, course.artifacts)
                        .anyMatch(it -> InOrder.within(it, exchange.number(), Long.MAX_VALUE)
                                .isPresent()));
    }

    /** How long the worker must have stood still to have stopped: empty if it polled too seldom to tell its rhythm. */
    Optional<Duration> standstill() {
        List<Duration> gaps = Gaps.between(polls);
        return gaps.size() < 2
                ? Optional.empty()
                : Optional.of(Gaps.max(Watch.A_RETRY, Gaps.median(gaps).multipliedBy(3)));
    }

    /** The job with whose credentials something was asked for. */
    Optional<Course> owner(ArtifactRequest request) {
        return request.credentials().map(ownersOfCredentials::get);
    }
}
