package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.OURS;

import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.history.Vantage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a worker ends. */
final class Life {

    /** A poll may be on its way when the signal comes. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    static final List<CheckedRule> RULES = List.of(CheckedRule.advice(
                    "LIFE-1", "When it is asked to end, it polls no more, and its jobs in hand get a result.")
            .why("Each release of the worker ends its process. A job that it leaves behind fails late, by its timeout,"
                    + " and tells nobody the reason.")
            .source(OURS, "a job that nobody works on stands still until its timeout")
            .alsoSeenFrom(Vantage.PROCESS)
            .exercisedBy("a worker that is sent SIGTERM, and ends")
            .advice("On SIGTERM stop polling, end the jobs in hand or report them as failed, and then exit.")
            .check(Life::endsInOrder));

    private Life() {}

    private static void endsInOrder(Seen seen, Findings findings) {
        List<ProcessEvent> asked = seen.processes().stream()
                .filter(it -> it.kind() == ProcessEvent.Kind.SIGNALLED)
                .filter(it -> it.detail().equals("SIGTERM"))
                .toList();
        for (ProcessEvent signal : asked) {
            long next = nextStart(signal, seen);
            Optional<Exchange> poll = seen.polls().stream()
                    .filter(it -> it.number() > signal.number() && it.number() < next)
                    .filter(it -> it.at().isAfter(signal.at().plus(ON_ITS_WAY)))
                    .findFirst();
            Optional<ProcessEvent> end = seen.processes().stream()
                    .filter(it -> it.kind() == ProcessEvent.Kind.ENDED && it.number() > signal.number())
                    .filter(it -> it.process().equals(signal.process()))
                    .findFirst();
            if (poll.isPresent()) {
                findings.broken("It was asked to end, and went on polling.", signal, poll.get());
            } else if (end.isPresent()) {
                judgeJobsInHand(signal, end.get(), seen, findings);
            }
        }
    }

    private static long nextStart(ProcessEvent signal, Seen seen) {
        return seen.processes().stream()
                .filter(it -> it.kind() == ProcessEvent.Kind.STARTED && it.number() > signal.number())
                .mapToLong(ProcessEvent::number)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static void judgeJobsInHand(ProcessEvent signal, ProcessEvent end, Seen seen, Findings findings) {
        List<Course> left = seen.courses().stream()
                .filter(it -> it.taken()
                        .filter(taken -> taken.number() < signal.number())
                        .isPresent())
                .filter(it -> it.results.stream().noneMatch(result -> result.number() < end.number()))
                .filter(it -> it.life.stream()
                        .noneMatch(
                                change -> change.to().matches("TimedOut|Abandoned") && change.number() < end.number()))
                .toList();
        if (left.isEmpty()) {
            findings.kept();
        } else {
            findings.broken(
                    "It was asked to end, and left %d jobs that it had acknowledged: %s."
                            .formatted(
                                    left.size(),
                                    String.join(
                                            ", ",
                                            left.stream().map(it -> it.job).toList())),
                    Stream.<Event>concat(
                                    Stream.of(signal, end),
                                    left.stream()
                                            .flatMap(it -> it.taken().stream())
                                            .limit(3))
                            .toArray(Event[]::new));
        }
    }
}
