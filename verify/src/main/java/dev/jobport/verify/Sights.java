package dev.jobport.verify;

import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.InjectedFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a history tells those who direct: whether the worker still does something, and how it polls. */
record Sights(History history) {

    private Stream<Exchange> exchanges() {
        return history.events().stream().filter(Exchange.class::isInstance).map(Exchange.class::cast);
    }

    List<Exchange> polls() {
        return exchanges().filter(Exchange::isPoll).toList();
    }

    /** How long the worker usually waits between its polls; nothing, if it has not shown that yet. */
    Duration pollInterval() {
        List<Exchange> polls = polls();
        List<Duration> gaps = Stream.iterate(1, it -> it < polls.size(), it -> it + 1)
                .map(it ->
                        Duration.between(polls.get(it - 1).at(), polls.get(it).at()))
                .sorted()
                .toList();
        return gaps.isEmpty() ? Duration.ZERO : gaps.get(gaps.size() / 2);
    }

    /** When the worker did something last that is more than a poll. */
    Optional<Instant> lastCall() {
        return history.events().stream()
                .filter(it -> it instanceof ArtifactRequest || it instanceof Exchange call && !call.isPoll())
                .map(Event::at)
                .reduce((one, other) -> other);
    }

    /** Whether the worker has asked for other jobs, and said nothing of these for some time. */
    boolean saysNothingMoreOf(Collection<String> jobs, Duration quiet) {
        Optional<Event> last = history.events().stream()
                .filter(it -> job(it).filter(jobs::contains).isPresent())
                .reduce((one, other) -> other);
        return last.isPresent()
                && last.get().at().plus(quiet).isBefore(Instant.now())
                && polls().stream().anyMatch(it -> it.number() > last.get().number());
    }

    private static Optional<String> job(Event event) {
        if (event instanceof ArtifactRequest request) {
            return request.job();
        }
        return event instanceof Exchange call ? call.job() : Optional.empty();
    }

    /** Whether the worker has one of these jobs in hand. */
    boolean hasTaken(Collection<String> jobs) {
        return exchanges()
                .anyMatch(it ->
                        it.acknowledges() && it.job().filter(jobs::contains).isPresent());
    }

    Stream<Exchange> hitBy(String fault) {
        return exchanges()
                .filter(it ->
                        it.fault().map(InjectedFault::id).filter(fault::equals).isPresent());
    }

    /** Whether the result of a job came again after a fault. */
    boolean isReportedAgain(String job, String fault) {
        return exchanges()
                        .filter(Exchange::isResult)
                        .filter(it -> it.job().filter(job::equals).isPresent())
                        .dropWhile(it -> it.fault()
                                .map(InjectedFault::id)
                                .filter(fault::equals)
                                .isEmpty())
                        .count()
                > 1;
    }

    /** Whether anything came after the last call that a fault was done to. */
    boolean isFollowed(String fault) {
        Optional<Exchange> last = hitBy(fault).reduce((one, other) -> other);
        return last.isPresent()
                && exchanges().anyMatch(it -> it.number() > last.get().number());
    }
}
