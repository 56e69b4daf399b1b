package dev.jobport.crash.rules;

import dev.jobport.crash.history.ActionAtEnd;
import dev.jobport.crash.history.ActionReport.JobReport;
import dev.jobport.crash.history.ActionTypeAtEnd;
import dev.jobport.crash.history.Answer.JobDetails;
import dev.jobport.crash.history.Answer.Offered;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.History;
import dev.jobport.crash.history.Request.Command;
import dev.jobport.crash.history.Request.Create;
import dev.jobport.crash.history.Request.Details;
import dev.jobport.crash.history.Request.OfActionType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A history sorted by what it is about. */
final class Evidence {

    private final History history;
    private final Map<String, JobFile> jobs = new LinkedHashMap<>();
    private final Map<String, List<Call>> callsByActionType = new LinkedHashMap<>();

    private Evidence(History history) {
        this.history = history;
    }

    static Evidence of(History history) {
        Evidence evidence = new Evidence(history);
        Map<String, List<Call>> offers = new HashMap<>();
        Map<String, List<Call>> details = new HashMap<>();
        Map<String, List<Call>> commands = new HashMap<>();
        Map<String, Family> families = new HashMap<>();
        history.actions()
                .forEach(action -> action.report()
                        .jobs()
                        .forEach(job -> families.put(job.id(), action.report().family())));
        history.calls().stream().sorted(Comparator.comparing(Call::invokedAt)).forEach(call -> {
            if (call.answer() instanceof Offered offered) {
                offered.jobIds().forEach(id -> file(offers, id, call));
            } else if (call.answer() instanceof JobDetails) {
                file(details, ((Details) call.request()).jobId(), call);
            } else if (call.request() instanceof Command command
                    && command.authorized()
                    && command.family() == families.get(command.jobId())) {
                file(commands, command.jobId(), call);
            } else if (call.request() instanceof OfActionType request) {
                file(evidence.callsByActionType, request.actionType(), call);
            }
        });
        for (ActionAtEnd action : history.actions()) {
            List<JobReport> ofAction = action.report().jobs();
            for (int place = 0; place < ofAction.size(); place++) {
                JobReport job = ofAction.get(place);
                evidence.jobs.put(
                        job.id(),
                        new JobFile(
                                action,
                                place,
                                job,
                                history.timings().get(action.report().actionType()),
                                history.clockDoubt(),
                                offers.getOrDefault(job.id(), List.of()),
                                details.getOrDefault(job.id(), List.of()),
                                commands.getOrDefault(job.id(), List.of())));
            }
        }
        return evidence;
    }

    private static void file(Map<String, List<Call>> files, String subject, Call call) {
        files.computeIfAbsent(subject, name -> new ArrayList<>()).add(call);
    }

    Collection<JobFile> jobs() {
        return jobs.values();
    }

    Duration clockDoubt() {
        return history.clockDoubt();
    }

    /** Whether an operation of the other family was called; not, as far as is known, for a job that is gone. */
    boolean isOfWrongFamily(Command command) {
        JobFile job = jobs.get(command.jobId());
        return job != null && command.family() != job.family();
    }

    boolean knows(String jobId) {
        return jobs.containsKey(jobId);
    }

    List<ActionAtEnd> actions() {
        return history.actions();
    }

    List<ActionTypeAtEnd> actionTypes() {
        return history.actionTypes();
    }

    /** The requests about each action type, in the order in which they were made. */
    Map<String, List<Call>> callsByActionType() {
        return callsByActionType;
    }

    /** Whether somebody made, or may have made, an action type of this name; before the load or in it. */
    boolean isMade(String actionType) {
        return history.timings().containsKey(actionType)
                || callsByActionType.getOrDefault(actionType, List.of()).stream()
                        .anyMatch(call -> call.request() instanceof Create && call.mayHaveHappened());
    }

    Stream<Call> calls() {
        return history.calls().stream();
    }
}
