package dev.jobport.crash.rules;

import dev.jobport.crash.history.ActionAtEnd;
import dev.jobport.crash.history.ActionReport;
import dev.jobport.crash.history.ActionReport.JobReport;
import dev.jobport.crash.history.ActionTypeAtEnd;
import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Answer.Acknowledged;
import dev.jobport.crash.history.Answer.Found;
import dev.jobport.crash.history.Answer.JobDetails;
import dev.jobport.crash.history.Answer.Offered;
import dev.jobport.crash.history.Answer.Refused;
import dev.jobport.crash.history.Answer.Seen;
import dev.jobport.crash.history.Answer.Started;
import dev.jobport.crash.history.Answer.Taken;
import dev.jobport.crash.history.Answer.Unknown;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.History;
import dev.jobport.crash.history.Request;
import dev.jobport.crash.history.Request.Acknowledge;
import dev.jobport.crash.history.Request.Create;
import dev.jobport.crash.history.Request.Delete;
import dev.jobport.crash.history.Request.Details;
import dev.jobport.crash.history.Request.Find;
import dev.jobport.crash.history.Request.ListTags;
import dev.jobport.crash.history.Request.Look;
import dev.jobport.crash.history.Request.OfActionType;
import dev.jobport.crash.history.Request.Poll;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Request.Start;
import dev.jobport.crash.history.Request.Stop;
import dev.jobport.crash.history.Request.Tag;
import dev.jobport.crash.history.Request.Untag;
import dev.jobport.crash.history.Request.Update;
import dev.jobport.crash.history.Result;
import dev.jobport.crash.history.Result.Kind;
import dev.jobport.crash.history.Status;
import dev.jobport.crash.history.Step;
import dev.jobport.crash.history.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sound history in which everything happens that a rule is about, to be broken in one place. Times are milliseconds; a
 * lease lasts 1,000, a job 3,000, an action 8,000 of them, and a follow-up is due at once.
 *
 * <p>Action {@code a} starts with job {@code a1}, whose first lease lapses. It is acknowledged by an invocation that must
 * be repeated, goes on in {@code a2}, and succeeds. It is the same in both families.
 *
 * <p>Another action type of the family is {@link #MADE made} and tagged, and an {@link #DELETED older version} of a custom one
 * is deleted.
 */
final class Story {

    static final String TYPE = type(Family.ThirdParty);

    static final String MADE = "/Deploy/Acme/2";
    static final String DELETED = "/Deploy/Acme/1";

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final Map<String, List<Step>> steps = new LinkedHashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final List<String> jobs = new ArrayList<>(List.of("a1", "a2"));
    private final Map<String, ActionTypeAtEnd> actionTypes = new LinkedHashMap<>();
    private final Family family;
    private Map<String, String> outputVariables;
    private Optional<String> resultMark = Optional.of("completes");
    private String startMark = "start";

    Story(Family family) {
        this.family = family;
        this.outputVariables = new Result(Kind.Completes, "completes").outputVariables(family);
        call("start", 0, 2, new Start(type(family), "start"), new Started("a", "a1"));
        poll("poll", 10, 1, "a1", "n1");
        details("details", 20, "a1", "n1");
        poll("poll again", 1_100, 1, "a1", "n2");
        details("details again", 1_110, "a1", "n2");
        acknowledge("stale nonce", 1_112, "a1", "n1", null, new Refused("InvalidNonceException"));
        if (family == Family.ThirdParty) {
            call(
                    "wrong token",
                    1_115,
                    1_116,
                    new Acknowledge(family, "a1", "n2", Optional.empty(), false),
                    new Refused("InvalidClientTokenException"));
        }
        call(
                "wrong family",
                1_117,
                1_118,
                new Acknowledge(family.other(), "a1", "n2", Optional.empty(), true),
                new Refused("JobNotFoundException"));
        call("acknowledge", 1_120, 1_130, acknowledge(family, "a1", "n2", "i1"), new Unknown());
        acknowledge("acknowledge again", 1_140, "a1", "n2", "i1", new Acknowledged(Status.InProgress));
        call("go on", 1_150, 1_152, put(family, "a1", Kind.GoesOn, "goes-on", "i2"), new Taken());
        call(
                "too late",
                1_160,
                1_162,
                put(family, "a1", Kind.Completes, "late", null),
                new Refused("InvalidJobStateException"));
        poll("poll for more", 1_170, 2, "a2", "n3");
        details("more details", 1_180, "a2", "n3");
        acknowledge("acknowledge more", 1_190, "a2", "n3", null, new Acknowledged(Status.InProgress));
        call("complete", 1_200, 1_202, put(family, "a2", Kind.Completes, "completes", null), new Taken());

        steps("a1", "Created", 1, "Queued", 1, "Dispatched", 11, "Queued", 1_011, "Dispatched", 1_101);
        steps.get("a1").addAll(path("InProgress", 1_121, "Succeeded", 1_151));
        steps("a2", "Created", 1_151, "Queued", 1_151, "Dispatched", 1_171, "InProgress", 1_191, "Succeeded", 1_201);
        tokens.put("a2", "goes-on");
        JobReport a1 = new JobReport("a1", List.copyOf(steps.get("a1")));
        JobReport a2 = new JobReport("a2", path("Created", 1_151, "Queued", 1_151));
        call(
                "look",
                1_165,
                1_166,
                new Look("a"),
                new Seen(new ActionReport("a", type(family), Optional.empty(), Map.of(), List.of(a1, a2))));

        actionType(type(family), null, Map.of());
        make(family + MADE);
        if (family == Family.Custom) {
            delete(family + DELETED);
        }
    }

    private void make(String name) {
        typeCall("create", 10_000, new Create(name, "made", Map.of("team", "first")), new Taken());
        typeCall("tag", 10_010, new Tag(name, "team", "second"), new Unknown());
        typeCall("tag again", 10_020, new Tag(name, "team", "second"), new Taken());
        typeCall("tag more", 10_030, new Tag(name, "stage", "third"), new Taken());
        typeCall("untag", 10_040, new Untag(name, "stage"), new Taken());
        typeCall("tags", 10_050, new ListTags(name), new Answer.Tags(Map.of("team", "second")));
        typeCall("find", 10_060, new Find(name), found("made"));
        if (family == Family.ThirdParty) {
            typeCall("update", 10_070, new Update(name, "updated"), new Taken());
            actionType(name, "updated", Map.of("team", "second"));
        } else {
            actionType(name, "made", Map.of("team", "second"));
        }
    }

    private void delete(String name) {
        typeCall("create the old", 9_000, new Create(name, "old", Map.of()), new Taken());
        typeCall("delete the old", 9_010, new Delete(name), new Taken());
        typeCall("tag the deleted", 9_020, new Tag(name, "team", "third"), new Refused("ResourceNotFoundException"));
        typeCall("create another", 9_030, new Create(name, "other", Map.of()), new Refused("ValidationException"));
        typeCall("find the deleted", 9_040, new Find(name), new Found(Optional.empty()));
    }

    static String type(Family family) {
        return family + "/Test/Acme/1";
    }

    static Poll poll(int maxBatchSize) {
        return new Poll(TYPE, maxBatchSize);
    }

    static Offered offered(String... jobIds) {
        return new Offered(List.of(jobIds), Map.of());
    }

    static JobDetails details(String nonce) {
        return new JobDetails(Optional.of(nonce), Optional.empty());
    }

    static Acknowledge acknowledge(String jobId, String nonce, String invocation) {
        return acknowledge(Family.ThirdParty, jobId, nonce, invocation);
    }

    static Put put(String jobId, Kind kind, String mark, String invocation) {
        return put(Family.ThirdParty, jobId, kind, mark, invocation);
    }

    static Acknowledge acknowledge(Family family, String jobId, String nonce, String invocation) {
        return new Acknowledge(family, jobId, nonce, Optional.ofNullable(invocation), true);
    }

    static Put put(Family family, String jobId, Kind kind, String mark, String invocation) {
        return new Put(family, jobId, new Result(kind, mark), Optional.ofNullable(invocation), true);
    }

    static Found found(String mark) {
        return new Found(Optional.of(mark));
    }

    private void poll(String name, int at, int maxBatchSize, String jobId, String nonce) {
        Map<String, String> nonces = family == Family.Custom ? Map.of(jobId, nonce) : Map.of();
        call(name, at, at + 2, new Poll(type(family), maxBatchSize), new Offered(List.of(jobId), nonces));
    }

    private void details(String name, int at, String jobId, String nonce) {
        Optional<String> told = family == Family.ThirdParty ? Optional.of(nonce) : Optional.empty();
        call(name, at, at + 2, new Details(family, jobId), new JobDetails(told, Optional.empty()));
    }

    private void acknowledge(String name, int at, String jobId, String nonce, String invocation, Answer answer) {
        call(name, at, at + 2, acknowledge(family, jobId, nonce, invocation), answer);
    }

    /** The worker reports nothing of the second job; its action is stopped, and its job takes a status then. */
    Story stoppedAt(int millis, String status) {
        if (millis < 1_191) {
            steps("a2", "Created", 1_151, "Queued", 1_151, "Dispatched", 1_171, status, millis);
        } else {
            steps("a2", "Created", 1_151, "Queued", 1_151, "Dispatched", 1_171, "InProgress", 1_191, status, millis);
        }
        JobReport first = new JobReport("a1", List.copyOf(steps.get("a1")));
        JobReport second = new JobReport("a2", List.copyOf(steps.get("a2")));
        ActionReport report = new ActionReport("a", type(family), Optional.empty(), Map.of(), List.of(first, second));
        return without("complete")
                .resultMark(null)
                .call("stop", millis - 1, millis + 1, new Stop("a"), new Seen(report));
    }

    /** A call of somebody who asks about an action type. */
    Story typeCall(String name, int at, OfActionType request, Answer answer) {
        return call(name, at, at + 2, request, answer);
    }

    /** An action type that is there in the end. */
    Story actionType(String name, String mark, Map<String, String> tags) {
        actionTypes.put(name, new ActionTypeAtEnd(name, Optional.ofNullable(mark), tags));
        return this;
    }

    Story withoutActionType(String name) {
        actionTypes.remove(name);
        return this;
    }

    Story call(String name, int invokedAt, int answeredAt, Request request, Answer answer) {
        calls.put(name, new Call(name, at(invokedAt), at(answeredAt), request, answer));
        return this;
    }

    Story without(String name) {
        calls.remove(name);
        return this;
    }

    Story answered(String name, Answer answer) {
        Call call = calls.get(name);
        calls.put(name, new Call(name, call.invokedAt(), call.answeredAt(), call.request(), answer));
        return this;
    }

    /** Pairs of status and time, instead of the steps that there were. */
    Story steps(String jobId, Object... pairs) {
        steps.put(jobId, path(pairs));
        return this;
    }

    Story jobs(String... ids) {
        jobs.clear();
        jobs.addAll(List.of(ids));
        return this;
    }

    Story token(String jobId, String token) {
        tokens.put(jobId, token);
        return this;
    }

    Story resultMark(String mark) {
        resultMark = Optional.ofNullable(mark);
        return this;
    }

    Story outputVariables(Map<String, String> variables) {
        outputVariables = variables;
        return this;
    }

    Story startMark(String mark) {
        startMark = mark;
        return this;
    }

    History told() {
        List<JobReport> reports =
                jobs.stream().map(id -> new JobReport(id, steps.get(id))).toList();
        ActionReport report = new ActionReport("a", type(family), resultMark, outputVariables, reports);
        Timing timing =
                new Timing(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(0));
        List<ActionAtEnd> actions =
                jobs.isEmpty() ? List.of() : List.of(new ActionAtEnd(report, startMark, Map.copyOf(tokens)));
        return new History(
                Duration.ZERO,
                Map.of(type(family), timing),
                List.copyOf(calls.values()),
                actions,
                List.copyOf(actionTypes.values()));
    }

    private static List<Step> path(Object... pairs) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            steps.add(new Step(Status.valueOf((String) pairs[i]), at((int) pairs[i + 1])));
        }
        return steps;
    }

    private static Instant at(int millis) {
        return START.plusMillis(millis);
    }
}
