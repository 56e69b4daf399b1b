package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;

import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Vantage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a worker makes a job its own. */
final class Claiming {

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.error("CLAIM-1", "No work begins before the acknowledgement is answered InProgress.")
                    .why("Until the acknowledgement is answered, somebody else may win the job. Two builds or"
                            + " deployments run for one action then.")
                    .source(DOC, "User Guide, custom actions: the worker acknowledges the job, then it works")
                    .alsoSeenFrom(Vantage.ARTIFACTS)
                    .exercisedBy("a job whose artifacts are read or stored, with the artifact probe")
                    .advice("Read the job's artifacts, or start a build, after the answer.")
                    .check(Claiming::workBeforeTheClaim),
            CheckedRule.error("CLAIM-2", "Work goes on only if the acknowledgement is answered InProgress.")
                    .why("A job that has timed out takes no result. What is built or deployed for it all the same,"
                            + " nobody waits for.")
                    .source(
                            DOC,
                            "API Reference, AcknowledgeJob: status; the sample worker goes on only if it is InProgress")
                    .exercisedBy("an acknowledgement that is answered with another status (fault not-in-progress)")
                    .advice("Look at the status in the answer. If it is not InProgress, drop the job and poll on.")
                    .check(Claiming::workThoughNotInProgress),
            CheckedRule.error("CLAIM-3", "A job that somebody else has is left alone.")
                    .why("A result carries no nonce. Whoever sends one ends the job of the worker that has it.")
                    .source(
                            DOC,
                            "API Reference, AcknowledgeJob: the nonce ensures that a job is worked on by only one job"
                                    + " worker")
                    .exercisedBy("an acknowledgement that a rival wins (fault rival)")
                    .advice("Drop the job and poll on.")
                    .check(Claiming::somebodyElsesJob),
            CheckedRule.error("CLAIM-6", "The client token is that of the job's client.")
                    .why("Every call for the job is refused without its client's token. Nobody works on it, and that"
                            + " client's pipeline waits.")
                    .source(DOC, "API Reference: InvalidClientTokenException")
                    .exercisedBy("a job of a third-party action")
                    .advice("The poll says the clientId of each job; look its clientToken up in your own records.")
                    .check(Claiming::wrongClient),
            CheckedRule.error("CLAIM-8", "A job that was offered twice is worked on once.")
                    .why("Two runs for one job build or deploy twice, and only one of their results counts.")
                    .source(DOC, "API Reference, AcknowledgeJob: worked on by only one job worker")
                    .exercisedBy("a job that is offered again before it is acknowledged (fault duplicate-offer)")
                    .advice("Know the jobs in hand by their ids, and begin nothing for one that you have already.")
                    .check(Claiming::workedOnTwice));

    private Claiming() {}

    private static void workBeforeTheClaim(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            if (course.artifacts.isEmpty()) {
                continue;
            }
            ArtifactRequest first = course.artifacts.get(0);
            Optional<Exchange> taken = course.acknowledgements.stream()
                    .filter(it -> it.acknowledges() && it.isAnswered())
                    .findFirst();
            if (taken.isPresent() && taken.get().number() < first.number()) {
                if (taken.get().isBefore(first)) { // otherwise nobody can tell whether the answer was there
                    findings.kept();
                }
                continue;
            }
            boolean refused = course.acknowledgements.stream().anyMatch(it -> it.isBefore(first));
            if (taken.isPresent() || !refused) { // who goes on after a refusal breaks other rules
                String text = "The job %s was acknowledged %s; the worker asked for %s %s."
                        .formatted(
                                course.job,
                                taken.isPresent() ? "later" : "never",
                                first.artifact().orElse("an artifact"),
                                taken.isPresent() ? "before" : "all the same");
                findings.judge(Course.hidden(course.acknowledgements), text, withTaken(first, taken));
            }
        }
    }

    private static Event[] withTaken(ArtifactRequest first, Optional<Exchange> taken) {
        return Stream.concat(Stream.of(first), taken.stream()).toArray(Event[]::new);
    }

    private static void workThoughNotInProgress(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            course.acknowledgements.stream()
                    .filter(it -> it.isKnown()
                            && it.answer().status() == 200
                            && it.answer().jobStatus().isPresent()
                            && !it.acknowledges()
                            && !takenBefore(it, course)) // a worker of threads may take a job once and ask twice
                    .findFirst()
                    .ifPresent(ended -> goesOnAfter(ended, course)
                            .ifPresentOrElse(
                                    next -> findings.broken(
                                            "The acknowledgement of %s was answered %s, and the worker went on."
                                                    .formatted(
                                                            course.job,
                                                            ended.answer()
                                                                    .jobStatus()
                                                                    .get()),
                                            ended,
                                            next),
                                    findings::kept));
        }
    }

    private static void somebodyElsesJob(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Optional<Exchange> refused = course.acknowledgements.stream()
                    .filter(it -> it.isKnown() && it.isRefusedWith("InvalidNonceException"))
                    .findFirst();
            if (refused.isEmpty() || takenBefore(refused.get(), course)) {
                continue; // who has the job already only asked twice
            }
            Exchange lost = refused.get();
            Optional<Event> next = goesOnAfter(lost, course);
            if (next.isEmpty()) {
                findings.kept();
                continue;
            }
            String winner = course.life.stream()
                    .filter(it -> it.to().equals("InProgress"))
                    .findFirst()
                    .map(it -> "was claimed by " + it.by().orElse("somebody else"))
                    .orElse("is somebody else's");
            findings.judge(
                    Course.hidden(course.acknowledgements),
                    Severity.ERROR,
                    "Job %s of action %s %s; the worker was told so and %s."
                            .formatted(course.job, course.action(), winner, whatItDid(next.get())),
                    List.of(Evidence.of(lost), new Evidence(next.get(), note(next.get(), course))));
        }
    }

    private static boolean takenBefore(Exchange refused, Course course) {
        return course.acknowledgements.stream()
                .anyMatch(it -> it.acknowledges()
                        && it.isKnown()
                        && it.number() < refused.number()
                        && it.request().key().equals(refused.request().key()));
    }

    /** A result or an artifact, sent by one who knew that it does not have the job, and did not get it later. */
    private static Optional<Event> goesOnAfter(Exchange refused, Course course) {
        String key = refused.request().key();
        long untilTaken = course.acknowledgements.stream()
                .filter(it -> it.acknowledges()
                        && it.number() > refused.number()
                        && it.request().key().equals(key))
                .mapToLong(Event::number)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        Stream<Exchange> results =
                course.results.stream().filter(it -> it.request().key().equals(key));
        Set<String> credentials = course.credentialsGivenTo(key);
        Stream<ArtifactRequest> artifacts = course.artifacts.stream()
                .filter(it -> it.credentials().filter(credentials::contains).isPresent());
        return Stream.<Event>concat(results, artifacts)
                .filter(it -> refused.isBefore(it) && it.number() < untilTaken)
                .min(Comparator.comparingLong(Event::number));
    }

    private static String whatItDid(Event event) {
        return event instanceof Exchange ? "reported a result" : "worked on";
    }

    private static String note(Event event, Course course) {
        if (event instanceof Exchange result && result.isDone()) {
            boolean ends = course.life.stream().map(LifeEvent::to).anyMatch(Set.of("Succeeded", "Failed")::contains);
            return ends ? "ended the other worker's job" : "";
        }
        return "";
    }

    private static void wrongClient(Seen seen, Findings findings) {
        Optional<String> rotated = Optional.empty();
        for (Exchange call : seen.exchanges()) {
            rotated = rotated.or(() -> call.fault()
                    .filter(it -> it.id().equals("client-token-rotated"))
                    .map(Object::toString));
            if (call.isRefusedWith("InvalidClientTokenException")) {
                findings.judge(
                        rotated,
                        "%s for job %s bore a client token that is not its client's."
                                .formatted(call.operation(), call.job().orElse("?")),
                        call);
            } else if (call.isDone() && call.members().containsKey("clientToken")) {
                findings.kept();
            }
        }
    }

    private static void workedOnTwice(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Set<String> nonces = course.offers.stream()
                    .flatMap(it -> it.offer().nonce().stream())
                    .collect(Collectors.toSet());
            if (nonces.size() < 2 || course.results.isEmpty()) {
                continue;
            }
            Set<String> runs = course.results.stream()
                    .flatMap(it -> Runs.of(it).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (runs.size() > 1) {
                findings.broken(
                        "Job %s was offered %d times, and the worker ran %s for it."
                                .formatted(course.job, nonces.size(), String.join(" and ", runs)),
                        course.results.toArray(Event[]::new));
            } else {
                findings.kept();
            }
        }
    }
}
