package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;

import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.history.Vantage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the results of all jobs of an action go together. */
final class ReportedActions {

    private static final Duration LONG = Duration.ofSeconds(20);

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.error("REPORT-9", "An action comes to an end.")
                    .why("Each success with a token begins one more job. If none is the last, the pipeline stands at"
                            + " this action until the action's own timeout.")
                    .source(DOC, "API Reference: when the action is complete, no continuation token is supplied")
                    .alsoSeenFrom(Vantage.LIFE)
                    .exercisedBy("an action that goes on by a continuation token, and whose end is waited for")
                    .advice("Report the last success without a token, and a failure if the run behind the token is"
                            + " lost. If the work is long, allow for more (verify-worker --max-continuations).")
                    .check(ReportedActions::endless),
            CheckedRule.advice(
                            "REPORT-11",
                            "An action of more than 20 seconds shows early where its work can be followed.")
                    .why("Without a link people see an action in progress and nothing else. They cannot tell slow work"
                            + " from work that hangs.")
                    .source(
                            DOC,
                            "User Guide, custom actions: report a first success with a token and an"
                                    + " externalExecutionId right away")
                    .exercisedBy("an action whose work takes more than 20 s")
                    .advice("Report success with a continuation token and an externalExecutionId as soon as the work"
                            + " has begun.")
                    .check(ReportedActions::nothingToFollow),
            CheckedRule.error("REPORT-13", "Work that failed is reported as failed.")
                    .why("The pipeline goes on with what was not built or did not pass its tests, and may bring it to"
                            + " users.")
                    .source(DOC, "API Reference, PutJobFailureResult: represents the failure of a job")
                    .exercisedBy("an action whose work is known to fail, and that is said when it starts")
                    .advice("Look at the exit code or the exception of the work before reporting success.")
                    .check(ReportedActions::falseSuccess),
            CheckedRule.error("REPORT-14", "After a restart of the worker a follow-up goes on from its token.")
                    .why("When the token is not used, a second run begins while the first goes on: something is built"
                            + " or deployed twice, and nobody reports how the first one ended.")
                    .source(
                            DOC,
                            "API Reference, continuationToken: future jobs use it to identify the running"
                                    + " instance of the action")
                    .alsoSeenFrom(Vantage.PROCESS)
                    .exercisedBy("a worker that is killed between two jobs of an action, and started again, and whose"
                            + " externalExecutionId is the same for all jobs of another action")
                    .advice("Put into the token all that finds the run again, and look for it before starting one.")
                    .check(ReportedActions::startedAnew));

    private ReportedActions() {}

    private static boolean goesOn(Exchange result) {
        return result.isSuccess() && Refused.hasToken(result);
    }

    private static void endless(Seen seen, Findings findings) {
        int allowed = seen.history().heading().expectations().continuations();
        for (List<Course> jobs : seen.actions()) {
            List<Exchange> results =
                    jobs.stream().flatMap(it -> it.result().stream()).toList();
            List<Exchange> continuations =
                    results.stream().filter(ReportedActions::goesOn).toList();
            if (continuations.isEmpty()) {
                continue;
            }
            if (results.size() > continuations.size()) {
                findings.kept();
                continue; // however long it took: a follow-up each second is a minute of 60 continuations
            }
            Course lastJob = jobs.get(jobs.size() - 1);
            Exchange first = continuations.get(0);
            Exchange last = continuations.get(continuations.size() - 1);
            Optional<LifeEvent> timedOut = lastJob.life.stream()
                    .filter(it -> it.to().equals("TimedOut"))
                    .filter(it -> it.from().filter("InProgress"::equals).isEmpty())
                    .findFirst();
            if (timedOut.isPresent()) {
                findings.judge(
                        seen.watch().excuse(first, timedOut.get()),
                        "Action %s timed out, and all that was reported of it is success."
                                .formatted(jobs.get(0).action()),
                        last,
                        timedOut.get());
            } else if (continuations.size() > allowed && !lastJob.isAbandoned()) {
                findings.broken(
                        "Action %s went on %d times and has not ended; %d are allowed."
                                .formatted(jobs.get(0).action(), continuations.size(), allowed),
                        first,
                        last);
            }
        }
    }

    private static void nothingToFollow(Seen seen, Findings findings) {
        for (List<Course> jobs : seen.actions()) {
            Optional<Exchange> taken = jobs.get(0).taken().filter(Exchange::isAnswered);
            List<Exchange> results =
                    jobs.stream().flatMap(it -> it.result().stream()).toList();
            if (taken.isEmpty() || results.isEmpty()) {
                continue;
            }
            Exchange last = results.get(results.size() - 1);
            Duration work = Gaps.between(taken.get(), last);
            if (goesOn(last) || work.compareTo(LONG) <= 0) {
                continue;
            }
            boolean shown = jobs.stream()
                    .flatMap(it -> it.results.stream())
                    .anyMatch(it -> goesOn(it) && Runs.of(it).isPresent());
            if (shown) {
                findings.kept();
            } else {
                findings.broken(
                        "Action %s took %s, and nobody could follow its work meanwhile."
                                .formatted(jobs.get(0).action(), Gaps.seconds(work)),
                        taken.get(),
                        last);
            }
        }
    }

    private static void falseSuccess(Seen seen, Findings findings) {
        for (List<Course> jobs : seen.actions()) {
            boolean toFail =
                    seen.start(jobs.get(0)).flatMap(it -> it.workFails()).orElse(false);
            if (toFail) {
                jobs.stream()
                        .flatMap(it -> it.result().stream())
                        .filter(it -> !goesOn(it))
                        .findFirst()
                        .ifPresent(result -> {
                            if (result.isFailure()) {
                                findings.kept();
                            } else {
                                findings.broken(
                                        "The work of action %s failed, and success was reported."
                                                .formatted(jobs.get(0).action()),
                                        result);
                            }
                        });
            }
        }
    }

    /**
     * Two results of an action, one after the other, each of which names a run.
     *
     * @param restart of the worker between them
     */
    private record Step(Course course, Exchange before, Exchange now, Optional<Event> restart) {

        boolean isOneRun() {
            return Runs.of(before).equals(Runs.of(now));
        }
    }

    private static void startedAnew(Seen seen, Findings findings) {
        TreeMap<Long, Event> starts = new TreeMap<>();
        seen.processes().stream()
                .filter(it -> it.kind() == ProcessEvent.Kind.STARTED)
                .forEach(it -> starts.put(it.number(), it));
        Map<Boolean, List<Step>> steps = seen.actions().stream()
                .flatMap(jobs -> steps(jobs, starts).stream())
                .collect(Collectors.partitioningBy(it -> it.restart().isPresent()));
        List<Step> undisturbed = steps.get(false);
        boolean namesTheWork = !undisturbed.isEmpty() && undisturbed.stream().allMatch(Step::isOneRun);
        for (Step step : steps.get(true)) {
            if (step.isOneRun()) {
                findings.kept();
            } else if (namesTheWork) { // otherwise what it names may be the job
                findings.broken(
                        "Action %s was run as %s; after the restart the worker ran it anew as %s."
                                .formatted(
                                        step.course().action(),
                                        Runs.of(step.before()).orElseThrow(),
                                        Runs.of(step.now()).orElseThrow()),
                        step.before(),
                        step.restart().orElseThrow(),
                        step.now());
            }
        }
    }

    private static List<Step> steps(List<Course> jobs, TreeMap<Long, Event> starts) {
        List<Step> steps = new ArrayList<>();
        Exchange before = null;
        for (Course course : jobs) {
            Optional<Exchange> result = course.result().filter(it -> Runs.of(it).isPresent());
            if (result.isEmpty()) {
                continue;
            }
            Exchange now = result.get();
            if (before != null) {
                Optional<Event> restart = starts.subMap(before.number(), now.number()).values().stream()
                        .findFirst();
                steps.add(new Step(course, before, now, restart));
            }
            before = goesOn(now) ? now : null;
        }
        return steps;
    }
}
