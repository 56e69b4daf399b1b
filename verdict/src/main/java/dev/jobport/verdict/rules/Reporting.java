package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;

import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Vantage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** That each job gets its result, once. */
final class Reporting {

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.error("REPORT-1", "No result is reported for a job that was not acknowledged.")
                    .why("Only a job that is InProgress takes a result. Any other refuses it; and if another worker has"
                            + " the job, the result ends that worker's job.")
                    .source(DOC, "API Reference: InvalidJobStateException; User Guide: acknowledge, work, report")
                    .exercisedBy("a job that gets a result")
                    .advice("Acknowledge first.")
                    .check(Reporting::withoutClaim),
            CheckedRule.error("REPORT-2", "Every acknowledged job gets a result before its timeout.")
                    .why("Without a result the pipeline stands still until the job's timeout, maybe for hours, and then"
                            + " nobody learns what went wrong.")
                    .source(DOC, "User Guide, custom actions: the worker reports success or failure")
                    .alsoSeenFrom(Vantage.LIFE)
                    .exercisedBy("a job that is acknowledged, and whose end is waited for")
                    .advice("Report a failure on every path that does not report a success.")
                    .check(Reporting::noResult),
            CheckedRule.error("REPORT-3", "A job gets one result, and never a second with other content.")
                    .why("The first result counts, and the pipeline has gone on with it. If the second one was the"
                            + " right one, people see the wrong end.")
                    .source(DOC, "API Reference: InvalidJobStateException; a job that has ended does not change")
                    .exercisedBy("a job that gets a result")
                    .advice("Report in one place, once, when the work has ended.")
                    .check(Reporting::reportedTwice),
            CheckedRule.error(
                            "REPORT-4", "A result whose answer was lost, throttled or a server's error is sent again.")
                    .why("The work is done, and CodePipeline does not know. It waits until the timeout, and then good"
                            + " work counts as failed.")
                    .source(DOC, "AWS SDKs and Tools Reference Guide: retry behavior; otherwise the result is lost")
                    .exercisedBy("a result that does not get through (faults throttle, 500, lost-answer)")
                    .advice("Send the same result again until it is answered, or the job's time is over.")
                    .check(Reporting::notSentAgain),
            CheckedRule.warning("REPORT-5", "The repeat of a result has the same content.")
                    .why("If only the answer was lost, the first result has counted. Other content is refused then, and"
                            + " people see another end than the worker meant.")
                    .source(DOC, "API Reference: a job that has ended does not change")
                    .exercisedBy("a result that has to be sent again (faults throttle, 500, lost-answer)")
                    .advice("Keep the request, and send that again.")
                    .check(Reporting::sentOtherwise),
            CheckedRule.warning("REPORT-6", "After InvalidJobState the job is dropped.")
                    .why("The job has ended already, and no further result can change that. Each is refused, and costs"
                            + " calls and time that other jobs need.")
                    .source(DOC, "API Reference: InvalidJobStateException")
                    .exercisedBy("a result that comes too late (fault job-timeout)")
                    .advice("Drop the job and poll on.")
                    .check(Reporting::insists));

    private Reporting() {}

    private static void withoutClaim(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            if (course.results.isEmpty()) {
                continue;
            }
            Exchange first = course.results.get(0);
            if (InOrder.within(course.acknowledgements, 0, first.number()).isPresent()) {
                findings.kept();
            } else if (!course.offers.isEmpty()) { // otherwise nobody can know what job that is
                findings.broken("Job %s got a result, and was never acknowledged.".formatted(course.job), first);
            }
        }
    }

    private static void noResult(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Optional<Exchange> taken = course.taken();
            if (taken.isEmpty()) {
                continue;
            }
            if (course.result().isPresent()) {
                findings.kept();
            } else if (course.results.isEmpty()) {
                neverReported(taken.get(), course, seen, findings);
            } else {
                Exchange tried = course.results.get(0);
                tried.fault()
                        .ifPresent(it -> findings.judge(
                                Optional.of(it.toString()),
                                "No result of %s got through.".formatted(course.job),
                                tried));
            }
        }
    }

    private static void neverReported(Exchange taken, Course course, Seen seen, Findings findings) {
        Optional<String> hidden = course.acknowledgements.stream().anyMatch(it -> it.acknowledges() && it.isKnown())
                ? Optional.empty()
                : Course.hidden(course.acknowledgements);
        Optional<LifeEvent> timedOut = course.changed("InProgress", "TimedOut");
        if (timedOut.isPresent()) {
            findings.judge(
                    hidden.or(() -> seen.watch().excuse(taken, timedOut.get())),
                    "Job %s was acknowledged and timed out without a result.".formatted(course.job),
                    taken,
                    timedOut.get());
            return;
        }
        Optional<? extends Event> end = seen.watch().death(taken);
        String until = " before its process ended";
        if (end.isEmpty()) {
            end = seen.watch().giveUp(taken);
            until = " within %s (--patience)"
                    .formatted(
                            Gaps.seconds(seen.history().heading().expectations().patience()));
        }
        if (!course.isAbandoned() && end.isPresent()) {
            Event last = end.get();
            findings.judge(
                    hidden.or(() -> seen.watch().excuse(taken, last)),
                    "Job %s was acknowledged, and no result came%s.".formatted(course.job, until),
                    taken,
                    last);
        }
    }

    private static void reportedTwice(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Exchange first = null;
            boolean once = true;
            for (Exchange result : course.results) {
                if (first == null || result.isSameCallAs(first)) {
                    first = result.isDone() ? result : first;
                    continue;
                }
                once = false;
                Optional<String> excuse = Course.hidden(List.of(first));
                if (excuse.isPresent() || first.isBefore(result)) {
                    boolean same = result.hasContentOf(first);
                    findings.judge(
                            excuse,
                            same ? Severity.WARNING : Severity.ERROR,
                            "Job %s got a second result, %s.".formatted(course.job, same ? "the same" : "another"),
                            Stream.of(first, result).map(Evidence::of).toList());
                    break;
                }
            }
            if (first != null && once) {
                findings.kept();
            }
        }
    }

    private static void notSentAgain(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Optional<Exchange> open =
                    course.results.stream().filter(Course::isOpen).findFirst();
            if (open.isEmpty()) {
                continue;
            }
            Exchange result = open.get();
            if (course.results.get(course.results.size() - 1) != result) {
                findings.kept();
                continue;
            }
            boolean hangs = result.fault().filter(it -> it.id().equals("hang")).isPresent();
            seen.watch()
                    .giveUp(result, seen.standstill().map(it -> hangs ? Gaps.max(it, Watch.A_READ_TIMEOUT) : it))
                    .ifPresent(end -> findings.broken(
                            "The result of %s did not get through, and was not sent again: %s."
                                    .formatted(course.job, end),
                            result));
        }
    }

    private static void sentOtherwise(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            for (int i = 1; i < course.results.size(); i++) {
                Exchange open = course.results.get(i - 1);
                Exchange again = course.results.get(i);
                if (!Course.isOpen(open)) {
                    continue;
                }
                if (again.hasContentOf(open)) {
                    findings.kept();
                } else {
                    boolean mayHaveCounted = !open.isRefusedWith("ThrottlingException");
                    findings.judge(
                            Optional.empty(),
                            mayHaveCounted ? Severity.WARNING : Severity.ADVICE,
                            "The result of %s %s, and was sent again with other content."
                                    .formatted(course.job, mayHaveCounted ? "may have counted" : "was throttled"),
                            Stream.of(open, again).map(Evidence::of).toList());
                }
            }
        }
    }

    private static void insists(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Optional<Exchange> refused = course.results.stream()
                    .filter(it -> it.isKnown() && it.isRefusedWith("InvalidJobStateException"))
                    .findFirst();
            if (refused.isEmpty()) {
                continue;
            }
            course.results.stream()
                    .filter(it ->
                            !it.isSameCallAs(refused.get()) && refused.get().isBefore(it))
                    .findFirst()
                    .ifPresentOrElse(
                            next -> findings.judge(
                                    Course.hidden(course.results),
                                    "A result of %s was refused for good, and another was sent.".formatted(course.job),
                                    refused.get(),
                                    next),
                            findings::kept);
        }
    }
}
