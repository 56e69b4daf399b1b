package dev.jobport.verify.lab.api;

import dev.jobport.lab.Action;
import dev.jobport.lab.LabTime;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.LifeEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What happens in a lab: actions, time and faults. */
record LabRoutes(OpenLabs labs) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(10);

    Stream<Route> routes() {
        return Stream.of(
                new Route("POST", "/labs/{lab}/actions", this::start),
                new Route("GET", "/labs/{lab}/actions/{action}", this::look),
                new Route("POST", "/labs/{lab}/actions/{action}/wait", this::await),
                new Route("POST", "/labs/{lab}/settle", this::settle),
                new Route(
                        "GET",
                        "/labs/{lab}/time",
                        call -> Answer.json(200, now(labs.of(call).lab().time()))),
                new Route("POST", "/labs/{lab}/time", this::travel),
                new Route("GET", "/labs/{lab}/faults", call -> faults(labs.of(call))),
                new Route("POST", "/labs/{lab}/faults", this::plan),
                new Route("DELETE", "/labs/{lab}/faults", this::clear));
    }

    private Answer start(Call call) {
        OpenLab in = labs.of(call);
        Given given = call.body(
                "actionType", "configuration", "inputArtifacts", "outputArtifacts", "clientId", "workFails", "faults");
        Action action = in.lab().start(given.required("actionType"), with -> {
            with.configuration(given.map("configuration"));
            given.objects("inputArtifacts", "name", "bucket", "key")
                    .forEach(it -> artifact(it, with::inputArtifact, with::inputArtifact));
            given.objects("outputArtifacts", "name", "bucket", "key")
                    .forEach(it -> artifact(it, with::outputArtifact, with::outputArtifact));
            given.text("clientId").ifPresent(with::client);
            given.truth("workFails").ifPresent(fails -> {
                if (fails) {
                    with.failing();
                } else {
                    with.succeeding();
                }
            });
            given.texts("faults").forEach(with::fault);
        });
        in.actions().put(action.id(), action);
        return Answer.json(201, told(action.id(), action.now()));
    }

    /** Takes an artifact at a place of the lab's choice. */
    private interface Anywhere {
        void take(String name);
    }

    private interface Somewhere {
        void take(String name, String bucket, String key);
    }

    private static void artifact(Given given, Anywhere anywhere, Somewhere somewhere) {
        if (given.has("bucket") || given.has("key")) {
            somewhere.take(given.required("name"), given.required("bucket"), given.required("key"));
        } else {
            anywhere.take(given.required("name"));
        }
    }

    private Answer look(Call call) {
        Action action = action(call);
        return Answer.json(200, told(action.id(), action.now()));
    }

    private Action action(Call call) {
        return labs.of(call).action(call.inPath().get(1));
    }

    private Answer await(Call call) {
        Action action = action(call);
        Given given = call.body("until", "atMost");
        Duration patience = patience(given);
        String until = given.required("until");
        Action.Outcome outcome = switch (until) {
            case "ended" -> action.await(patience);
            case "acknowledged" -> action.awaitAcknowledgement(patience);
            case "continued" -> action.awaitContinuation(patience);
            default -> throw Refused.wrong("until is ended, acknowledged or continued, and not " + until + ".");
        };
        return Answer.json(200, told(action.id(), outcome));
    }

    private Answer settle(Call call) {
        OpenLab in = labs.of(call);
        in.lab().settle(patience(call.body("atMost")));
        return Answer.NOTHING;
    }

    private static Duration patience(Given given) {
        Duration patience = given.duration("atMost").orElse(PATIENCE);
        if (patience.compareTo(LONGEST_PATIENCE) > 0) {
            throw Refused.wrong("atMost is " + LONGEST_PATIENCE + " at the most, and not " + patience + ".");
        }
        return patience;
    }

    private static Map<String, Object> told(String id, Action.Outcome outcome) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id);
        told.put("status", outcome.status().name());
        told.put("summary", outcome.summary());
        told.put("externalExecutionId", outcome.externalExecutionId());
        told.put("percentComplete", outcome.percentComplete() < 0 ? null : outcome.percentComplete());
        told.put("outputVariables", outcome.outputVariables());
        told.put("errorCode", outcome.errorCode());
        told.put("errorMessage", outcome.errorMessage());
        told.put("jobs", outcome.jobs());
        return told;
    }

    private Answer travel(Call call) {
        OpenLab in = labs.of(call);
        Given given = call.body("advance", "until", "jobId", "actionId");
        List<Event> before = in.lab().history().events();
        long last = before.isEmpty() ? 0 : before.get(before.size() - 1).number();
        LabTime time = in.lab().time();
        if (given.has("advance") == given.has("until")) {
            throw Refused.wrong("Give either advance or until.");
        }
        if (given.has("advance")) {
            time.advance(given.duration("advance").orElseThrow());
        } else {
            jump(time, in, given);
        }
        Map<String, Object> told = now(time);
        told.put(
                "changes",
                in.lab().history().events().stream()
                        .filter(it -> it.number() > last && it instanceof LifeEvent)
                        .map(it -> change((LifeEvent) it))
                        .toList());
        return Answer.json(200, told);
    }

    private static void jump(LabTime time, OpenLab in, Given given) {
        String until = given.required("until");
        switch (until) {
            case "leaseLapses" -> time.untilLeaseLapses(given.required("jobId"));
            case "jobTimesOut" -> time.untilJobTimesOut(given.required("jobId"));
            case "credentialsExpire" -> time.untilCredentialsExpire(given.required("jobId"));
            case "followUpIsDue" -> time.untilFollowUpIsDue(in.action(given.required("actionId")));
            case "actionTimesOut" -> time.untilActionTimesOut(in.action(given.required("actionId")));
            default ->
                throw Refused.wrong("until is leaseLapses, jobTimesOut, credentialsExpire, followUpIsDue or"
                        + " actionTimesOut, and not " + until + ".");
        }
    }

    private static Map<String, Object> now(LabTime time) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("now", time.now().toString());
        told.put("ahead", time.ahead().toString());
        return told;
    }

    private static Map<String, Object> change(LifeEvent event) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("at", event.at().toString());
        told.put("jobId", event.job());
        told.put("actionId", event.action());
        told.put("from", event.from().orElse(null));
        told.put("to", event.to());
        return told;
    }

    private Answer plan(Call call) {
        OpenLab in = labs.of(call);
        in.lab().faults().add(call.body("fault").required("fault"));
        return faults(in);
    }

    private Answer clear(Call call) {
        labs.of(call).lab().faults().clear();
        return Answer.NOTHING;
    }

    private static Answer faults(OpenLab in) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("faults", in.lab().faults().all());
        told.put("missed", in.lab().faults().missed());
        return Answer.json(200, told);
    }
}
