package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;
import static dev.jobport.verdict.Source.Kind.MODEL;
import static dev.jobport.verdict.Source.Kind.SEEN;

import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.InjectedFault;
import dev.jobport.verdict.history.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a worker makes of errors. */
final class Errors {

    private static final String RETRIES = "AWS SDKs and Tools Reference Guide: retry behavior";

    /** SDKs wait no longer than this between two tries, so who does cannot be asked to slow down. */
    private static final Duration SLOW = Duration.ofSeconds(20);

    private static final Set<String> FOR_GOOD = Set.of(
            "ValidationException",
            "JobNotFoundException",
            "InvalidJobException",
            "AccessDeniedException",
            "InvalidClientTokenException",
            "ActionTypeNotFoundException");

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.warning("ERR-1", "Throttled callers slow down.")
                    .why("While all callers keep their pace, the limit stays exceeded. Throttling goes on, and jobs and"
                            + " results wait.")
                    .source(DOC, RETRIES + ", exponential with jitter")
                    .exercisedBy("a call that is throttled three times in a row (fault throttle)")
                    .advice("Wait longer after each ThrottlingException, with some chance in it.")
                    .check(Errors::keepsItsPace),
            CheckedRule.advice("ERR-2", "A retry has the invocation id of its first attempt.")
                    .why("By the invocation id a server can know a repeat. Without it a repeated acknowledgement may be"
                            + " refused, as if the job were somebody else's.")
                    .source(SEEN, "today's SDKs send amz-sdk-invocation-id, and keep it when they retry")
                    .exercisedBy("a call whose connection breaks (faults lost-answer, reset)")
                    .advice("Let the SDK retry, or send the id of the first attempt again.")
                    .check(Errors::forgetsTheCall),
            CheckedRule.warning("ERR-3", "What can never succeed is not repeated.")
                    .why("The same request gets the same refusal. Repeats cost calls and time, and put off the moment"
                            + " when somebody mends the cause.")
                    .source(MODEL, "client errors, which cannot be retried")
                    .exercisedBy("a call other than a poll that is refused for good")
                    .advice("Retry what was throttled, lost or a server's error, and nothing else.")
                    .check(Errors::repeatsForGood),
            CheckedRule.error("ERR-4", "Members that it does not know do not stop it.")
                    .why("Such a worker stops on the day on which AWS adds a member, everywhere at once, though nobody"
                            + " has changed it.")
                    .source(DOC, "AWS adds members to its answers without a new version of the API")
                    .exercisedBy("an answer with more than the model knows (fault unknown-members)")
                    .advice("Read the members that you need, and leave aside those that you do not know.")
                    .check(Errors::stumbles),
            CheckedRule.error(
                            "ERR-5",
                            "It survives broken connections, a server's errors, and a server that starts again.")
                    .why("Connections break wherever there is a network. If the worker dies of it, pipelines wait until"
                            + " somebody starts it again.")
                    .source(DOC, RETRIES + "; otherwise jobs in hand are lost")
                    .exercisedBy("a broken connection or a server's error (faults reset, cut, 500, restart)")
                    .advice("Catch what a broken connection throws, wait, and go on.")
                    .check(Errors::dies),
            CheckedRule.advice("ERR-6", "It recovers from a clock that is wrong.")
                    .why("A signature is good only near its time. While the clock is wrong every call is refused: no"
                            + " job is taken, and no result gets through.")
                    .source(SEEN, "the SDKs for Java and JavaScript correct their clock by the answer's Date")
                    .exercisedBy("a door whose clock is another (fault clock-skew)")
                    .advice("Use an SDK that corrects its clock, or set the machine's clock by NTP.")
                    .check(Errors::staysSkewed),
            CheckedRule.warning("ERR-7", "It does not wait for an answer for ever.")
                    .why("A connection can fall silent without an error. The worker looks alive then, but takes no job"
                            + " and reports none.")
                    .source(DOC, "AWS SDKs and Tools Reference Guide: timeouts")
                    .exercisedBy("an answer that never comes (fault hang)")
                    .advice("Set a read timeout on the client.")
                    .check(Errors::hangs));

    private Errors() {}

    private static void keepsItsPace(Seen seen, Findings findings) {
        Map<List<String>, List<Exchange>> runs = new HashMap<>();
        for (Exchange call : seen.exchanges()) {
            List<Exchange> run =
                    runs.computeIfAbsent(List.of(call.request().key(), call.operation()), it -> new ArrayList<>());
            run.add(call);
            if (!call.isRefusedWith("ThrottlingException")) {
                judgePace(run, findings);
                run.clear();
            }
        }
        runs.values().forEach(run -> judgePace(run, findings));
    }

    /** Whether the longest wait was a quarter longer than the shortest, at least. Chance alone makes that likely. */
    private static void judgePace(List<Exchange> run, Findings findings) {
        if (run.size() < 4) {
            return;
        }
        List<Duration> gaps = Gaps.between(run).stream().sorted().toList();
        Duration shortest = gaps.get(0);
        Duration longest = gaps.get(gaps.size() - 1);
        if (shortest.compareTo(SLOW) >= 0 || longest.multipliedBy(4).compareTo(shortest.multipliedBy(5)) >= 0) {
            findings.kept();
        } else {
            findings.broken(
                    "%s was throttled again and again, and came each time after %s to %s."
                            .formatted(run.get(0).operation(), Gaps.seconds(shortest), Gaps.seconds(longest)),
                    run.toArray(Event[]::new));
        }
    }

    private record Content(String key, String operation, Map<String, String> members, String error) {
        static Content of(Exchange call) {
            return new Content(
                    call.request().key(),
                    call.operation(),
                    call.members(),
                    call.answer().error().orElse(""));
        }

        Content without() {
            return new Content(key, operation, members, "");
        }
    }

    private static void forgetsTheCall(Seen seen, Findings findings) {
        Map<Content, Exchange> lost = new HashMap<>();
        for (Exchange call : seen.exchanges()) {
            if (call.isPoll()) {
                continue; // the next poll has the same content, and is no retry
            }
            Content content = Content.of(call).without();
            Exchange first = lost.isEmpty() ? null : lost.remove(content);
            if (first != null && call.isSameCallAs(first)) {
                findings.kept();
            } else if (first != null) {
                findings.broken("%s was sent again as another call.".formatted(call.operation()), first, call);
            }
            if (call.isLost() && call.fault().isPresent()) {
                lost.put(content, call);
            }
        }
    }

    private static void repeatsForGood(Seen seen, Findings findings) {
        Map<Content, List<Exchange>> refused = new LinkedHashMap<>();
        for (Exchange call : seen.exchanges()) {
            if (!call.isPoll()
                    && call.answer().error().filter(FOR_GOOD::contains).isPresent()) {
                refused.computeIfAbsent(Content.of(call), it -> new ArrayList<>())
                        .add(call);
            }
        }
        refused.forEach((content, calls) -> {
            if (calls.size() < 3) {
                findings.kept();
            } else {
                findings.broken(
                        "%s was sent %d times, and refused with %s each time."
                                .formatted(content.operation(), calls.size(), content.error()),
                        calls.stream().limit(3).toArray(Event[]::new));
            }
        });
    }

    private static void stumbles(Seen seen, Findings findings) {
        for (Exchange call : seen.exchanges()) {
            if (call.fault()
                    .map(InjectedFault::id)
                    .filter("unknown-members"::equals)
                    .isEmpty()) {
                continue;
            }
            boolean givesWork = call.answer().status() == 200
                    && (call.acknowledges() || !call.answer().offers().isEmpty());
            if (givesWork ? seen.isWorkedOn(call) : seen.isFollowed(call)) {
                findings.kept();
            } else {
                seen.stopped(call)
                        .ifPresent(end -> findings.broken(
                                "%s was answered with more than the model knows, and nothing followed: %s."
                                        .formatted(call.operation(), end),
                                call));
            }
        }
    }

    private static void dies(Seen seen, Findings findings) {
        boolean told = false;
        for (Event event : seen.history().events()) {
            if (!isBreak(event)) {
                continue;
            }
            if (seen.isFollowed(event)) {
                findings.kept();
            } else if (!told) {
                Optional<String> end = seen.stopped(event);
                end.ifPresent(it -> findings.broken("The worker did nothing more: %s.".formatted(it), event));
                told = end.isPresent();
            }
        }
    }

    private static boolean isBreak(Event event) {
        return event instanceof Mark mark && mark.kind() == Mark.Kind.RESTART
                || event instanceof Exchange call
                        && (call.answer().status() >= 500
                                || call.isLost() && call.fault().isPresent());
    }

    /** By whom a refused call was made cannot be told, so all callers are one here. */
    private static void staysSkewed(Seen seen, Findings findings) {
        List<Exchange> refused = new ArrayList<>();
        for (Exchange call : seen.exchanges()) {
            boolean isSkewed = call.fault()
                    .map(InjectedFault::id)
                    .filter("clock-skew"::equals)
                    .isPresent();
            if (isSkewed && call.isRefusedWith("InvalidSignatureException")) {
                refused.add(call);
            } else if (!refused.isEmpty() && call.request().signed()) {
                if (isSkewed) {
                    findings.kept();
                } else { // the check of signatures came right by itself
                    judgeRefused(refused, findings);
                }
                refused.clear();
            }
        }
        if (!refused.isEmpty() && !judgeRefused(refused, findings)) {
            seen.watch()
                    .giveUp(refused.get(0), seen.standstill())
                    .ifPresent(end -> findings.broken(
                            "Its signatures were refused to the end, for their time: %s.".formatted(end),
                            refused.get(0)));
        }
    }

    /** Whether it had time enough to notice. */
    private static boolean judgeRefused(List<Exchange> refused, Findings findings) {
        Exchange first = refused.get(0);
        Exchange last = refused.get(refused.size() - 1);
        Duration time = Duration.between(first.at(), last.at());
        boolean isEnough = time.compareTo(Watch.A_RETRY) >= 0;
        if (isEnough) {
            findings.broken(
                    "Its signatures were refused for %s, for their time.".formatted(Gaps.seconds(time)), first, last);
        }
        return isEnough;
    }

    private static void hangs(Seen seen, Findings findings) {
        Duration patience = seen.history().heading().expectations().patience();
        for (Exchange call : seen.exchanges()) {
            if (call.fault().map(InjectedFault::id).filter("hang"::equals).isEmpty()) {
                continue;
            }
            if (seen.isFollowed(call)) {
                findings.kept();
            } else {
                seen.watch()
                        .giveUp(call, Optional.of(patience))
                        .ifPresent(end -> findings.broken(
                                "%s was never answered, and the worker waited for ever: %s."
                                        .formatted(call.operation(), end),
                                call));
            }
        }
    }
}
