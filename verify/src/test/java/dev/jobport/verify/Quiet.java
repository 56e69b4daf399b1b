package dev.jobport.verify;

import dev.jobport.verdict.history.Answer;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.history.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What might have been: nobody asked the worker to end, and it went on polling each second and found nothing, for longer than
 * any rule waits. Whatever it had not done by then, it never did. A worker that was asked to end while it had a call to
 * repeat would have repeated it, so nothing is added to its history.
 */
final class Quiet {

    private static final int SECONDS = 70;

    private Quiet() {}

    static History after(History history) {
        if (hasACallToRepeat(history)) {
            return history;
        }
        List<Event> events = new ArrayList<>(history.events());
        events.removeIf(it -> it instanceof ProcessEvent process && process.kind() != ProcessEvent.Kind.STARTED);
        Exchange like = events.stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .filter(it -> it.isPoll() && it.answer().status() == 200)
                .reduce((one, other) -> other)
                .orElseThrow();
        long number = events.get(events.size() - 1).number();
        Instant end = events.stream()
                .filter(it -> !(it instanceof LifeEvent)) // which tells the time that travels
                .map(Event::at)
                .max(Instant::compareTo)
                .orElseThrow();
        for (int second = 1; second <= SECONDS; second++) {
            events.add(poll(like.request(), number + second, end.plusSeconds(second)));
        }
        events.add(new Mark(number + SECONDS + 1, end.plusSeconds(SECONDS + 1), Mark.Kind.SCENARIO_ENDS, "quiet"));
        return new History(history.heading(), events, history.lost());
    }

    private static boolean hasACallToRepeat(History history) {
        Map<String, Exchange> latest = new HashMap<>();
        history.events().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .forEach(it -> it.job().ifPresent(job -> latest.put(job, it)));
        return latest.values().stream()
                .map(Exchange::answer)
                .anyMatch(it -> it.sent().isEmpty()
                        || it.status() >= 500
                        || it.error().filter("ThrottlingException"::equals).isPresent());
    }

    private static Exchange poll(Request like, long number, Instant at) {
        Request request = new Request(
                at,
                like.connection(),
                like.key(),
                like.operation(),
                Optional.empty(),
                1,
                like.signed(),
                like.userAgent(),
                like.members());
        Answer nothing =
                new Answer(Optional.of(at), 200, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return new Exchange(number, request, nothing, Optional.empty());
    }
}
