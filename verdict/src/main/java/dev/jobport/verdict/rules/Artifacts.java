package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;

import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.Vantage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a worker reads and stores the artifacts of its jobs. */
final class Artifacts {

    private static final int NOT_OFFERED = 501;

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.error("CRED-1", "When credentials have expired, fresh ones are fetched.")
                    .why("Many builds take longer than credentials live. Without fresh ones good work ends as a"
                            + " failure, or as a success whose outputs are missing.")
                    .source(
                            DOC,
                            "API Reference, AWSSessionCredentials; each call of details gives fresh ones, and the"
                                    + " Jenkins plugin asks after 14 minutes")
                    .alsoSeenFrom(Vantage.ARTIFACTS)
                    .exercisedBy("credentials that expire while the work goes on (fault credentials-expire)")
                    .advice("Call GetJobDetails or GetThirdPartyJobDetails again, before 15 minutes are over or at"
                            + " ExpiredToken, and repeat the request.")
                    .check(Artifacts::expired),
            CheckedRule.warning("CRED-2", "Artifacts are reached with the job's own credentials.")
                    .why("A job's own credentials reach just what its pipeline allows. Others may fail in another"
                            + " account, or open files that the job must not touch.")
                    .source(DOC, "API Reference, JobData: artifactCredentials are for this job's artifacts")
                    .alsoSeenFrom(Vantage.ARTIFACTS)
                    .exercisedBy("a job whose artifacts are read or stored")
                    .advice("Make a client for S3 of the artifactCredentials of each job.")
                    .check(Artifacts::othersCredentials),
            CheckedRule.error("CRED-3", "Outputs are stored before success is reported.")
                    .why("The next stage begins as soon as success is reported. It does not find the output and fails,"
                            + " and people look for the fault in the wrong action.")
                    .source(DOC, "User Guide: the stages that follow read the output artifacts")
                    .alsoSeenFrom(Vantage.ARTIFACTS)
                    .exercisedBy("a job with output artifacts that is reported as a success")
                    .advice("Wait for the upload to end, and report a failure if it fails.")
                    .check(Artifacts::notStored),
            CheckedRule.error("CRED-4", "Each output goes to the location of its name, whatever the order.")
                    .why("Later stages take what lies under a name. If outputs are mixed up, the wrong one is deployed,"
                            + " and no action shows a failure.")
                    .source(DOC, "API Reference, Artifact: name; the Jenkins plugin once went by order")
                    .alsoSeenFrom(Vantage.ARTIFACTS)
                    .exercisedBy("two jobs of the same work with two outputs that are told in another order")
                    .advice("Look up each output artifact by its name, never by its place in the list.")
                    .check(Artifacts::byOrder));

    private Artifacts() {}

    private static void expired(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Optional<ArtifactRequest> expired = course.artifacts.stream()
                    .filter(it -> it.error().filter("ExpiredToken"::equals).isPresent())
                    .findFirst();
            if (expired.isEmpty()) {
                continue;
            }
            Optional<ArtifactRequest> afresh = course.artifacts.stream() // what becomes of it is another matter
                    .filter(it -> it.number() > expired.get().number()
                            && !it.credentials().equals(expired.get().credentials()))
                    .findFirst();
            Optional<Exchange> result = course.results.stream()
                    .filter(it -> expired.get().isBefore(it))
                    .findFirst();
            if (result.isPresent()
                    && (afresh.isEmpty() || afresh.get().number() > result.get().number())) {
                findings.judge(
                        notGiven(expired.get(), course),
                        "The credentials of job %s had expired, and the worker reported %s."
                                .formatted(course.job, result.get().isFailure() ? "a failure" : "success"),
                        expired.get(),
                        result.get());
            } else if (afresh.isPresent()) {
                findings.kept();
            }
        }
    }

    /** Why it could not have fresh ones, though it asked for them. */
    private static Optional<String> notGiven(ArtifactRequest expired, Course course) {
        return course.calls.stream()
                .filter(it -> it.isDetails() && it.number() > expired.number())
                .filter(it -> it.isLost() || it.answer().status() != 200)
                .map(it ->
                        it.fault().map(Object::toString).or(it.answer()::error).orElse("no answer"))
                .findFirst();
    }

    private static void othersCredentials(Seen seen, Findings findings) {
        for (ArtifactRequest request : seen.artifacts()) {
            Optional<Course> whose = seen.course(request.job());
            if (whose.isEmpty()) {
                continue;
            }
            Optional<Course> owner = seen.owner(request);
            if (owner.filter(it -> it.action().equals(whose.get().action())).isPresent()) {
                findings.kept();
            } else {
                findings.broken(
                        "%s of job %s was asked for with %s."
                                .formatted(
                                        request.artifact().orElse("An artifact"),
                                        whose.get().job,
                                        owner.map(it -> "the credentials of job " + it.job)
                                                .orElse("credentials that no job had")),
                        request);
            }
        }
    }

    private static void notStored(Seen seen, Findings findings) {
        if (seen.artifacts().isEmpty()) {
            return; // the worker may go to another S3
        }
        Map<String, Map<String, ArtifactRequest>> stored = new HashMap<>();
        Set<String> elsewhere = new HashSet<>();
        for (ArtifactRequest request : seen.artifacts()) {
            seen.course(request.job()).map(Course::action).ifPresent(action -> {
                if (request.stores() && request.artifact().isPresent()) {
                    stored.computeIfAbsent(action, it -> new HashMap<>())
                            .merge(
                                    request.artifact().get(),
                                    request,
                                    (first, again) -> first.answered().isPresent() ? first : again);
                } else if (request.status() == NOT_OFFERED) {
                    elsewhere.add(action);
                }
            });
        }
        for (Course course : seen.courses()) {
            Optional<Exchange> success = course.result().filter(it -> it.isSuccess() && !Refused.hasToken(it));
            if (success.isEmpty() || course.outputs().isEmpty() || elsewhere.contains(course.action())) {
                continue;
            }
            Map<String, ArtifactRequest> its = stored.getOrDefault(course.action(), Map.of());
            List<String> missing = course.outputs().stream()
                    .filter(it -> !its.containsKey(it) || !isStoredBefore(its.get(it), success.get()))
                    .toList();
            if (missing.isEmpty()) {
                findings.kept();
            } else {
                findings.broken(
                        "Job %s was reported as a success, and %s was not stored by then."
                                .formatted(course.job, String.join(" and ", missing)),
                        Stream.<Event>concat(
                                        Stream.of(success.get()),
                                        missing.stream().map(its::get).filter(it -> it != null))
                                .toArray(Event[]::new));
            }
        }
    }

    /** Nobody can know of an upload whose answer a fault kept back. */
    private static boolean isStoredBefore(ArtifactRequest upload, Exchange success) {
        return upload.number() < success.number()
                && (upload.answered().isPresent() || upload.fault().isEmpty());
    }

    private static void byOrder(Seen seen, Findings findings) {
        Map<String, Map<String, String>> contents = new HashMap<>();
        Map<String, ArtifactRequest> last = new HashMap<>();
        for (ArtifactRequest request : seen.artifacts()) {
            if (request.stores()
                    && request.artifact().isPresent()
                    && request.job().isPresent()) {
                request.digest()
                        .ifPresent(it -> contents.computeIfAbsent(request.job().get(), job -> new LinkedHashMap<>())
                                .put(request.artifact().get(), it));
                last.put(request.job().get(), request);
            }
        }
        Map<String, Course> before = new HashMap<>();
        for (Course course : seen.courses()) {
            Map<String, String> now = contents.getOrDefault(course.job, Map.of());
            if (now.size() < 2) {
                continue;
            }
            String type = seen.start(course).map(it -> it.actionType()).orElse("");
            Course other = before.put(type, course);
            if (other == null || other.outputs().equals(course.outputs())) {
                continue;
            }
            Map<String, String> then = contents.get(other.job);
            if (now.equals(then)) {
                findings.kept();
            } else if (now.keySet().equals(then.keySet()) && isMixedUp(then, now)) {
                findings.broken(
                        "Jobs %s and %s did the same work, and stored the same contents under other names."
                                .formatted(other.job, course.job),
                        last.get(other.job),
                        last.get(course.job));
            }
        }
    }

    /** Whether each name has now what another name had then. */
    private static boolean isMixedUp(Map<String, String> then, Map<String, String> now) {
        boolean distinct = new HashSet<>(then.values()).size() == then.size();
        return distinct
                && now.entrySet().stream()
                        .allMatch(it -> then.containsValue(it.getValue())
                                && !then.get(it.getKey()).equals(it.getValue()));
    }
}
