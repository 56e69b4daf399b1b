package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.ActionStarted;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.History;
import java.util.List;

/** Whether a history proves anything: of a worker that never took a job, nothing is known, however well it polls. */
final class Doubts {

    private Doubts() {}

    static List<String> of(History history) {
        List<Exchange> exchanges = history.events().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
        List<Exchange> polls = exchanges.stream().filter(Exchange::isPoll).toList();
        boolean hasWork = history.events().stream().anyMatch(ActionStarted.class::isInstance);
        if (!hasWork
                || polls.isEmpty()
                || history.lost() > 0
                || exchanges.stream().anyMatch(Doubts::takes)) {
            return List.of();
        }
        long offered =
                polls.stream().mapToLong(it -> it.answer().offers().size()).sum();
        return List.of("the worker never took a job; "
                + (offered > 0 ? "it acknowledged none that it was offered" : lastPoll(polls.get(polls.size() - 1))));
    }

    /** If it does not get the job because of a fault, it did what it could. */
    private static boolean takes(Exchange exchange) {
        return exchange.acknowledges()
                || exchange.isAcknowledgement() && exchange.fault().isPresent();
    }

    private static String lastPoll(Exchange poll) {
        return poll.answer()
                .error()
                .map(error -> "its last poll was refused with " + error
                        + poll.answer().message().map(": "::concat).orElse(""))
                .orElse("its polls found nothing");
    }
}
