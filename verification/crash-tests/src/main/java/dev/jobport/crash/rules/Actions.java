package dev.jobport.crash.rules;

import static dev.jobport.crash.history.Status.Succeeded;

import dev.jobport.crash.history.ActionReport;
import dev.jobport.crash.history.ActionReport.JobReport;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Result;
import dev.jobport.crash.history.Result.Kind;
import dev.jobport.crash.history.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the jobs of an action hang together: invariants 5 and 6. */
final class Actions {

    static final List<Rule> RULES = List.of(
            new Rule("at most one job of an action is not terminal", Actions::oneOpenJob),
            new Rule("a success with a token and its follow-up are one change", Actions::successAndFollowUp),
            new Rule("output variables come from the result that completed a custom action", Actions::outputVariables),
            new Rule("every action ends", Actions::everyActionEnds));

    private Actions() {}

    private static void oneOpenJob(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            job.followUp()
                    .ifPresent(followUp -> findings.expect(
                            job.job().last().status() == Succeeded
                                    && !followUp.steps()
                                            .get(0)
                                            .at()
                                            .isBefore(job.job().last().at()),
                            job.id(),
                            () -> "has the follow-up " + followUp + " and is " + job.steps()));
        }
    }

    /** Neither is there without the other, and they are of the same moment; each token goes to one follow-up. */
    private static void successAndFollowUp(Evidence evidence, Findings findings) {
        Set<String> tokens = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (JobFile job : evidence.jobs()) {
            Step last = job.job().last();
            Optional<JobReport> followUp = job.followUp();
            if (followUp.isPresent()) {
                findings.expect(
                        followUp.get().steps().get(0).at().equals(last.at()),
                        job.id(),
                        () -> "ended at " + last.at() + " with the follow-up " + followUp.get());
            } else if (last.status() == Succeeded) {
                List<Call> completing = job.results()
                        .filter(call -> job.mayHaveMade(call, last))
                        .filter(call -> ((Put) call.request()).result().kind() == Kind.Completes)
                        .toList();
                findings.expect(!completing.isEmpty(), job.id(), () -> "succeeded with a token and has no follow-up");
            }
            findings.expect(
                    (job.place() == 0) == job.continuationToken().isEmpty(),
                    job.id(),
                    () -> "is the action's number " + job.place() + " and has the token " + job.continuationToken());
            job.continuationToken()
                    .ifPresent(token -> findings.expect(
                            tokens.add(token), job.id(), () -> "is another follow-up with the token " + token));
        }
        evidence.actions().stream()
                .flatMap(action -> action.report().jobs().stream())
                .forEach(job -> findings.expect(ids.add(job.id()), job.id(), () -> "is there twice"));
    }

    private static void outputVariables(Evidence evidence, Findings findings) {
        evidence.actions().forEach(action -> {
            ActionReport report = action.report();
            JobReport last = report.jobs().get(report.jobs().size() - 1);
            Map<String, String> expected = last.last().status() == Succeeded
                    ? report.resultMark()
                            .map(mark -> new Result(Kind.Completes, mark).outputVariables(report.family()))
                            .orElse(Map.of())
                    : Map.of();
            findings.expect(
                    report.outputVariables().equals(expected),
                    report.id(),
                    () -> "has the output variables " + report.outputVariables() + " instead of " + expected);
        });
    }

    private static void everyActionEnds(Evidence evidence, Findings findings) {
        evidence.actions().forEach(action -> {
            List<JobReport> jobs = action.report().jobs();
            JobReport last = jobs.get(jobs.size() - 1);
            findings.expect(last.last().status().isTerminal(), action.report().id(), () -> "goes on for ever: " + last);
        });
    }
}
