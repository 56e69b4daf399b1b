package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that was seen of one job, each list in the order of numbers. */
final class Course {

    /** A job in an answer. */
    record Offered(Exchange exchange, Offer offer) {}

    final String job;
    final List<Offered> offers = new ArrayList<>();
    final List<Exchange> acknowledgements = new ArrayList<>();
    final List<Exchange> results = new ArrayList<>();
    /** All exchanges about the job but polls. */
    final List<Exchange> calls = new ArrayList<>();
    /** Those that bore credentials of this job. */
    final List<ArtifactRequest> artifacts = new ArrayList<>();

    final List<LifeEvent> life = new ArrayList<>();
    private Optional<String> action = Optional.empty();
    private Event first;

    Course(String job) {
        this.job = job;
    }

    void add(Exchange call) {
        met(call);
        calls.add(call);
        if (call.isAcknowledgement()) {
            acknowledgements.add(call);
        } else if (call.isResult()) {
            results.add(call);
        }
    }

    void add(Exchange exchange, Offer offer) {
        met(exchange);
        offers.add(new Offered(exchange, offer));
        action = action.or(offer::action);
    }

    void add(LifeEvent change) {
        met(change);
        life.add(change);
        action = action.or(() -> Optional.of(change.action()));
    }

    private void met(Event event) {
        first = first == null ? event : first;
    }

    /** Whether nothing is missing at its beginning. */
    boolean isWhole() {
        return first instanceof LifeEvent change && change.from().isEmpty()
                || first instanceof Exchange exchange && exchange.isPoll();
    }

    /** The action that it belongs to; the job itself if nobody ever said. */
    String action() {
        return action.orElse(job);
    }

    /** Whether the worker was given the job, whether or not it knows. */
    boolean isTaken() {
        return acknowledgements.stream().anyMatch(Exchange::acknowledges);
    }

    Optional<Exchange> taken() {
        return acknowledgements.stream().filter(Exchange::acknowledges).findFirst();
    }

    /** Whether its worker has it, and no result of it got through. */
    boolean isInHand() {
        return acknowledgements.stream().anyMatch(it -> it.acknowledges() && !it.isLost())
                && results.stream().allMatch(Course::isOpen);
    }

    /** Whether the caller has to send it again. */
    static boolean isOpen(Exchange result) {
        return result.isLost() || result.answer().status() >= 500 || result.isRefusedWith("ThrottlingException");
    }

    /** The result that ended it. */
    Optional<Exchange> result() {
        return results.stream().filter(Exchange::isDone).findFirst();
    }

    /** Whether its action was stopped. */
    boolean isAbandoned() {
        return life.stream().anyMatch(it -> it.to().equals("Abandoned"));
    }

    Optional<LifeEvent> changed(String from, String to) {
        return life.stream().filter(it -> it.isMove(from, to)).findFirst();
    }

    /** What tells who asks for its artifacts: each answer has others. */
    Set<String> credentialsGivenTo(String key) {
        return offers.stream()
                .filter(it -> it.exchange().request().key().equals(key))
                .flatMap(it -> it.offer().credentials().stream())
                .collect(Collectors.toSet());
    }

    /** The names of the artifacts that it has to store. */
    List<String> outputs() {
        return offers.stream()
                .map(it -> it.offer().outputs())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The fault that kept an answer to one of these from its caller, or spoiled it. */
    static Optional<String> hidden(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(it -> !it.isKnown())
                .flatMap(it -> it.fault().stream())
                .map(Object::toString)
                .findFirst();
    }
}
