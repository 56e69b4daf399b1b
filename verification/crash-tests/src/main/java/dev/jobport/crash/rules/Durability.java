package dev.jobport.crash.rules;

import static dev.jobport.crash.history.Status.InProgress;

import dev.jobport.crash.history.ActionAtEnd;
import dev.jobport.crash.history.ActionReport;
import dev.jobport.crash.history.ActionReport.JobReport;
import dev.jobport.crash.history.Answer.Offered;
import dev.jobport.crash.history.Answer.Seen;
import dev.jobport.crash.history.Answer.Started;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Request.Command;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Request.Start;
import dev.jobport.crash.history.Request.Stop;
import dev.jobport.crash.history.Result.Kind;
import dev.jobport.crash.history.Status;
import dev.jobport.crash.history.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every invariant rests on: an answer is never taken back, and nothing happens that nobody asked for. */
final class Durability {

    static final List<Rule> RULES = List.of(
            new Rule("a start that was answered is there", Durability::startsAreThere),
            new Rule("a job that was told of is there", Durability::jobsAreThere),
            new Rule("an acknowledgement that was answered is there", Durability::acknowledgementsAreThere),
            new Rule("a result that was answered is there", Durability::resultsAreThere),
            new Rule("what was seen stays", Durability::whatWasSeenStays),
            new Rule("nothing happens that nobody asked for", Durability::nothingUnasked));

    private Durability() {}

    private static void startsAreThere(Evidence evidence, Findings findings) {
        Map<String, ActionAtEnd> actions = new HashMap<>();
        evidence.actions().forEach(action -> actions.put(action.report().id(), action));
        evidence.calls().forEach(call -> {
            if (call.answer() instanceof Started started) {
                ActionAtEnd action = actions.get(started.actionId());
                findings.expect(
                        action != null
                                && action.startMark().equals(((Start) call.request()).mark())
                                && action.report().jobs().get(0).id().equals(started.jobId()),
                        started.actionId(),
                        () -> "was started in " + call + ", and is now " + action);
            }
        });
    }

    private static void jobsAreThere(Evidence evidence, Findings findings) {
        evidence.calls().forEach(call -> {
            if (call.answer() instanceof Offered offered) {
                offered.jobIds()
                        .forEach(id -> findings.expect(evidence.knows(id), id, () -> "is gone, but was in " + call));
            } else if (call.request() instanceof Command command && call.isAccepted()) {
                String id = command.jobId();
                findings.expect(evidence.knows(id), id, () -> "is gone, but was in " + call);
            }
        });
    }

    private static void acknowledgementsAreThere(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            job.acknowledgements()
                    .filter(Call::isAccepted)
                    .forEach(call -> findings.expect(
                            job.steps(InProgress).anyMatch(step -> isFrom(job, call, step)),
                            job.id(),
                            () -> "was acknowledged in " + call + ", which is not among " + job.steps()));
        }
    }

    private static void resultsAreThere(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            job.results()
                    .filter(Call::isAccepted)
                    .forEach(call -> findings.expect(
                            isTaken(job, call) && isFrom(job, call, job.job().last()) || isIgnored(job, call),
                            job.id(),
                            () -> "took a result in " + call + ", but has that of " + job.takenMark() + " and "
                                    + job.steps()));
        }
    }

    /** Whether a step is what an accepted call, or an earlier attempt of its invocation, made. */
    private static boolean isFrom(JobFile job, Call call, Step step) {
        return job.attempts(call).anyMatch(attempt -> job.mayHaveMade(attempt, step))
                && !step.at().isAfter(call.answeredAt().plus(job.clockDoubt()));
    }

    private static boolean isTaken(JobFile job, Call call) {
        Put put = (Put) call.request();
        return job.job().last().status() == put.result().kind().status()
                && (put.result().kind() == Kind.GoesOn) == job.followUp().isPresent()
                && job.takenMark().equals(Optional.of(put.result().mark()));
    }

    /** A result that came when the action was stopped, from a worker that had acknowledged the job. */
    private static boolean isIgnored(JobFile job, Call call) {
        return job.steps(InProgress).findAny().isPresent()
                && job.abandonedAt()
                        .filter(at -> !at.isAfter(call.answeredAt().plus(job.clockDoubt())))
                        .isPresent();
    }

    private static void whatWasSeenStays(Evidence evidence, Findings findings) {
        Map<String, ActionReport> atEnd = new HashMap<>();
        evidence.actions().forEach(action -> atEnd.put(action.report().id(), action.report()));
        evidence.calls().forEach(call -> {
            if (call.answer() instanceof Seen seen) {
                ActionReport end = atEnd.get(seen.action().id());
                findings.expect(
                        end != null
                                && isBeginning(seen.action().jobs(), end.jobs())
                                && (!(call.request() instanceof Stop) || isStopped(seen.action())),
                        seen.action().id(),
                        () -> "was seen in " + call + ", and is now " + end);
            }
        });
    }

    private static boolean isStopped(ActionReport action) {
        return action.jobs().get(action.jobs().size() - 1).last().status() == Status.Abandoned;
    }

    private static boolean isBeginning(List<JobReport> seen, List<JobReport> end) {
        if (seen.size() > end.size()) {
            return false;
        }
        for (int i = 0; i < seen.size(); i++) {
            List<Step> steps = seen.get(i).steps();
            List<Step> now = end.get(i).steps();
            if (!seen.get(i).id().equals(end.get(i).id())
                    || steps.size() > now.size()
                    || !steps.equals(now.subList(0, steps.size()))) {
                return false;
            }
        }
        return true;
    }

    /** Every action has its start, and every step that a command makes a command that was not refused. */
    private static void nothingUnasked(Evidence evidence, Findings findings) {
        Map<String, Call> starts = new HashMap<>();
        evidence.calls().forEach(call -> {
            if (call.request() instanceof Start start) {
                starts.put(start.mark(), call);
            }
        });
        for (ActionAtEnd action : evidence.actions()) {
            Call start = starts.remove(action.startMark()); // each start makes one action
            findings.expect(
                    start != null
                            && start.mayHaveHappenedAt(
                                    action.report().jobs().get(0).steps().get(0).at(), evidence.clockDoubt()),
                    action.report().id(),
                    () -> "was started by nobody, or twice: " + action);
        }
        for (JobFile job : evidence.jobs()) {
            for (Step step : job.steps()) {
                if (step.status() == InProgress) {
                    findings.expect(
                            job.acknowledgements().anyMatch(call -> job.mayHaveMade(call, step)),
                            job.id(),
                            () -> "was acknowledged by nobody at " + step.at());
                } else if (step.status() == Status.Abandoned) {
                    Stop stop = new Stop(job.action().report().id());
                    findings.expect(
                            evidence.calls()
                                    .anyMatch(call -> call.request().equals(stop) && job.mayHaveMade(call, step)),
                            job.id(),
                            () -> "was stopped by nobody at " + step.at());
                } else if (step.status() == Status.Succeeded || step.status() == Status.Failed) {
                    Stream<Call> results = job.results().filter(call -> job.mayHaveMade(call, step));
                    findings.expect(
                            results.anyMatch(call -> isTaken(job, call)),
                            job.id(),
                            () -> "took the result " + job.takenMark() + " from nobody at " + step.at());
                }
            }
        }
    }
}
