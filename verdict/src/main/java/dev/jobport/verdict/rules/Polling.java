package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.AWS_CODE;
import static dev.jobport.verdict.Source.Kind.DOC;

import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Vantage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a worker asks for jobs. */
final class Polling {

    /** A worker that waits less than this does not wait. */
    private static final Duration NO_WAIT = Duration.ofMillis(200);

    private static final Duration STORM_LASTS = Duration.ofSeconds(2);
    private static final int STORM_COUNTS = 10;

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.advice("POLL-1", "After an empty answer the next poll waits.")
                    .why("A worker that polls without rest is throttled, and then a job that is there waits for a poll"
                            + " that gets through.")
                    .source(
                            AWS_CODE,
                            "the sample worker waits 1 s (third party) and 30 s (custom), the Jenkins plugin 30 s")
                    .exercisedBy("four polls of which three find nothing")
                    .advice("Wait after an empty answer: a second for third-party jobs, some seconds for custom ones.")
                    .check(Polling::waitsAfterNothing),
            CheckedRule.advice("POLL-2", "Several pollers do not go in step.")
                    .why("Polls that come all at once can exceed the limit of calls, though one after the other they"
                            + " would not. Then they are throttled.")
                    .source(AWS_CODE, "the Jenkins plugin adds up to 55 s by chance, after pollers were throttled")
                    .exercisedBy("two pollers of one type, with keys or connections of their own, for five rounds")
                    .advice("Add some chance to the wait of each poller.")
                    .check(Polling::goesInStep),
            CheckedRule.warning("POLL-3", "Every job that was asked for is taken.")
                    .why("A job that a poll was given is offered to nobody else until its lease lapses. A pipeline"
                            + " waits all that time for nothing.")
                    .source(DOC, "API Reference, PollForJobs: maxBatchSize is the most that the caller can take")
                    .alsoSeenFrom(Vantage.LIFE)
                    .exercisedBy("a job that is offered; better, several at once (fault batch)")
                    .advice("Ask for as many jobs as there are free hands, and acknowledge each that comes.")
                    .check(Polling::leavesJobs),
            CheckedRule.warning("POLL-4", "A job is acknowledged within its lease.")
                    .why("When the lease lapses, the job is offered again, maybe to another worker. Whoever is late may"
                            + " lose it, and the pipeline waits longer.")
                    .source(DOC, "User Guide, custom actions: a job that is not acknowledged is handed out again")
                    .alsoSeenFrom(Vantage.LIFE)
                    .exercisedBy("a job that is acknowledged")
                    .advice("Acknowledge each job as soon as it comes, before the work of the others.")
                    .check(Polling::acknowledgesLate),
            CheckedRule.error("POLL-5", "queryParam is given exactly if the type has a queryable property.")
                    .why("A poll that has queryParam wrong is refused each time. The worker never gets a job, and the"
                            + " pipelines wait.")
                    .source(DOC, "API Reference, PollForJobs: queryParam")
                    .exercisedBy("any poll")
                    .advice("Poll with the value of the queryable property; leave queryParam out if there is none.")
                    .check(Polling::wrongQuery),
            CheckedRule.error("POLL-6", "The worker goes on polling after every error.")
                    .why("One error, and nobody takes jobs any more: pipelines wait until somebody notices and starts"
                            + " the worker again.")
                    .source(DOC, "User Guide, custom actions: the worker polls CodePipeline continuously")
                    .exercisedBy("a call that is refused, such as a throttled poll")
                    .advice("Catch what a call throws within the loop, wait, and poll again.")
                    .check(Polling::stopsPolling),
            CheckedRule.warning("POLL-7", "A refused poll is not repeated in a storm.")
                    .why("What refuses a poll, such as a missing permission, does not go away by asking faster. A storm"
                            + " brings only throttling and full logs.")
                    .source(DOC, "AWS SDKs and Tools Reference Guide: retry behavior")
                    .exercisedBy("three polls in a row that are refused")
                    .advice("Wait after a refusal at least as long as after an empty answer, and longer each time.")
                    .check(Polling::storms));

    private Polling() {}

    private static void waitsAfterNothing(Seen seen, Findings findings) {
        Optional<Duration> meant = seen.history().heading().expectations().pollInterval();
        for (List<Exchange> polls : Pollers.of(seen)) {
            Map<Exchange, Duration> gaps = new LinkedHashMap<>();
            for (int i = 1; i < polls.size(); i++) {
                Exchange before = polls.get(i - 1);
                if (before.isKnown()
                        && before.answer().status() == 200
                        && before.answer().offers().isEmpty()) {
                    gaps.put(polls.get(i), Gaps.between(before, polls.get(i)));
                }
            }
            if (gaps.size() < 3) {
                continue;
            }
            Duration median = Gaps.median(new ArrayList<>(gaps.values()));
            Duration usual = Duration.ofSeconds(polls.get(0).isThirdParty() ? 1 : 5);
            if (median.compareTo(meant.orElse(usual).multipliedBy(8).dividedBy(10)) >= 0) {
                findings.kept();
                continue;
            }
            List<Evidence> tightest = gaps.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .limit(3)
                    .map(it -> new Evidence(it.getKey(), "after " + Gaps.seconds(it.getValue())))
                    .toList();
            findings.judge(
                    Optional.empty(),
                    median.compareTo(NO_WAIT) < 0 ? Severity.WARNING : Severity.ADVICE,
                    "%d times a poll followed an empty answer, half of them within %s."
                            .formatted(gaps.size(), Gaps.seconds(median)),
                    tightest);
        }
    }

    private static void goesInStep(Seen seen, Findings findings) {
        List<List<Exchange>> pollers =
                Pollers.of(seen).stream().filter(it -> it.size() >= 5).toList();
        for (int i = 1; i < pollers.size(); i++) {
            List<Exchange> one = pollers.get(i - 1);
            List<Exchange> other = pollers.get(i);
            Duration interval = Gaps.median(Gaps.between(one));
            boolean comparable =
                    Pollers.type(one.get(0)).equals(Pollers.type(other.get(0))) && interval.compareTo(NO_WAIT) >= 0;
            if (comparable && Pollers.inStep(one, other, interval.dividedBy(20))) {
                findings.broken(
                        "Two pollers polled within %s of each other, round for round."
                                .formatted(Gaps.seconds(interval.dividedBy(20))),
                        one.get(one.size() - 1),
                        other.get(other.size() - 1));
            } else if (comparable) {
                findings.kept();
            }
        }
    }

    private static void leavesJobs(Seen seen, Findings findings) {
        Map<Exchange, Map<String, LifeEvent>> left = new LinkedHashMap<>();
        for (Course course : seen.courses()) {
            List<LifeEvent> lapses =
                    course.life.stream().filter(LifeEvent::isLapse).toList();
            List<Exchange> polls = course.offers.stream()
                    .map(Course.Offered::exchange)
                    .filter(Exchange::isPoll)
                    .toList();
            for (int i = 0; i < polls.size(); i++) {
                long from = polls.get(i).number();
                long to = i + 1 < polls.size() ? handedOut(course, polls.get(i + 1)) : Long.MAX_VALUE;
                Optional<LifeEvent> lapse = InOrder.within(lapses, from, to);
                long next = i + 1 < polls.size() ? polls.get(i + 1).number() : Long.MAX_VALUE;
                if (InOrder.within(course.acknowledgements, from, next).isPresent()) {
                    findings.kept();
                } else if (lapse.isPresent()) {
                    left.computeIfAbsent(polls.get(i), it -> new LinkedHashMap<>())
                            .put(course.job, lapse.get());
                }
            }
        }
        left.forEach((poll, lapses) -> findings.judge(
                excuse(poll, lapses.values().iterator().next(), seen),
                "Poll #%d asked for %s jobs and was given %d; %d of them nobody acknowledged until their leases lapsed."
                        .formatted(
                                poll.number(),
                                poll.members().getOrDefault("maxBatchSize", "any number of"),
                                poll.answer().offers().size(),
                                lapses.size()),
                Stream.concat(Stream.of(poll), lapses.values().stream().limit(3))
                        .toArray(Event[]::new)));
    }

    private static Optional<String> excuse(Exchange poll, LifeEvent lapse, Seen seen) {
        return Course.hidden(List.of(poll))
                .or(() -> seen.watch().excuse(poll, lapse))
                .or(() -> seen.heldUp(poll, lapse));
    }

    /** From when the lease counts: the poll itself may be what let the one before lapse. */
    private static long handedOut(Course course, Exchange poll) {
        return course.life.stream()
                .filter(it -> it.number() > poll.number() && it.to().equals("Dispatched"))
                .mapToLong(Event::number)
                .findFirst()
                .orElse(poll.number());
    }

    private static void acknowledgesLate(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            List<LifeEvent> lapses =
                    course.life.stream().filter(LifeEvent::isLapse).toList();
            Map<String, Exchange> given = new HashMap<>();
            course.offers.forEach(it -> it.offer().nonce().ifPresent(nonce -> given.putIfAbsent(nonce, it.exchange())));
            Exchange before = null;
            for (Exchange call : course.acknowledgements) {
                Exchange offer = given.get(call.members().getOrDefault("nonce", ""));
                if (offer == null || before != null && call.isSameCallAs(before)) {
                    continue;
                }
                before = call;
                long from = offer.isPoll() ? handedOut(course, offer) : offer.number();
                Optional<LifeEvent> lapse = InOrder.within(lapses, from, call.number());
                if (lapse.isEmpty()) {
                    findings.kept();
                } else {
                    findings.judge(
                            Course.hidden(List.of(offer))
                                    .or(() -> seen.watch().jump(offer, call))
                                    .or(() -> seen.heldUp(offer, call)),
                            "Job %s was acknowledged after its lease.".formatted(course.job),
                            offer,
                            lapse.get(),
                            call);
                }
            }
        }
    }

    private static void wrongQuery(Seen seen, Findings findings) {
        seen.polls().forEach(poll -> {
            if (Refused.forItsQuery(poll)) {
                findings.broken(
                        poll.members().keySet().stream().anyMatch(it -> it.startsWith("queryParam"))
                                ? "A poll had a queryParam, and the type has no such queryable property. If the real type"
                                        + " has it, so must the lab's (verify-worker --query K=V)."
                                : "A poll had no queryParam, and the type has a queryable property.",
                        poll);
            } else if (poll.answer().status() == 200) {
                findings.kept();
            }
        });
    }

    private static void stopsPolling(Seen seen, Findings findings) {
        List<Exchange> polls = seen.polls();
        if (polls.isEmpty()) {
            return;
        }
        long last = polls.get(polls.size() - 1).number();
        boolean told = false;
        for (Exchange call : seen.exchanges()) {
            if (!call.isAnswered()
                    || call.answer().error().isEmpty() && call.answer().status() < 500) {
                continue;
            }
            if (call.number() < last) {
                findings.kept();
            } else if (!told) {
                Optional<String> end = seen.stopped(call);
                end.ifPresent(it -> findings.broken("No poll came after an error: %s.".formatted(it), call));
                told = end.isPresent();
            }
        }
    }

    /** As many as one makes who waits after each refusal as it is meant to after an empty answer. */
    private static int mostRefused(Seen seen) {
        return seen.history()
                .heading()
                .expectations()
                .pollInterval()
                .map(it -> (int) (STORM_LASTS.toMillis() * 10 / 8 / Math.max(1, it.toMillis())))
                .filter(it -> it > STORM_COUNTS)
                .orElse(STORM_COUNTS);
    }

    private static void storms(Seen seen, Findings findings) {
        int allowed = mostRefused(seen);
        for (List<Exchange> polls : Pollers.withRetries(seen)) {
            Deque<Exchange> refused = new ArrayDeque<>();
            boolean stormy = false;
            int inARow = 0;
            int most = 0;
            for (Exchange poll : polls) {
                inARow = poll.answer().error().isPresent() ? inARow + 1 : 0;
                most = Math.max(most, inARow);
                if (inARow == 0) {
                    refused.clear();
                    continue;
                }
                refused.addLast(poll);
                while (Duration.between(refused.getFirst().at(), poll.at()).compareTo(STORM_LASTS) > 0) {
                    refused.removeFirst();
                }
                if (refused.size() > allowed && !stormy) {
                    stormy = true;
                    findings.broken(
                            "%d refused polls came within %s."
                                    .formatted(
                                            refused.size(),
                                            Gaps.seconds(Duration.between(
                                                    refused.getFirst().at(), poll.at()))),
                            refused.getFirst(),
                            poll);
                }
            }
            if (!stormy && most >= 3) {
                findings.kept();
            }
        }
    }
}
