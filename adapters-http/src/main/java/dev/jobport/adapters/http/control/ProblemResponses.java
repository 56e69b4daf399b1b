package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.identity.NotAuthenticated;
import dev.jobport.adapters.identity.NotAuthorized;
import dev.jobport.adapters.identity.NotReceived;
import dev.jobport.adapters.identity.TooManyTries;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Schemas;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.util.List;

/** The answers of the control API to what it refuses, as the document that describes it tells them. */
enum ProblemResponses {
    BadRequest(
            "A value breaks a constraint, is of the wrong type or is unknown, or the body is not JSON.",
            Problem.of(new Refusal.Validation(List.of(
                    Violation.of("have value greater than or equal to 1").in("maxResults"))))),
    NotAuthenticated(
            "The server has a file of credentials, and does not know the caller.",
            of(NotAuthenticated.class, "Missing Authentication Token")),
    NotAuthorized(
            "The caller's access key has no control rights, or the account is not the server's own.",
            of(
                    NotAuthorized.class,
                    "The access key AKIDEXAMPLE has no control rights: set \"control\": true in the server's"
                            + " credentials file, or use another.")),
    NotFound("There is no such thing.", of(Refusal.JobNotFound.class, "Job with id 'x' does not exist")),
    Conflict(
            "What is there already does not allow it.",
            of(
                    Refusal.ClientAlreadyExists.class,
                    "A client with id '0f0f0f0f-1111-4222-8333-444444444444' is registered already.")),
    TooLarge("The body is larger than the server takes.", Problem.of(new NotReceived.TooLarge(1_048_576))),
    NotJson("The body is not declared to be JSON.", Problem.of(new Problem.UnsupportedMediaType())),
    TooMany(
            "Too many tries to get in have failed, or too many callers wait. Who brings the right credentials is let in"
                    + " however many tries have failed.",
            of(TooManyTries.class, "Rate exceeded")),
    InternalFailure("The server failed; its log tells why.", Problem.of(new IllegalStateException())),
    NoRoom(
            "The server is handling too many large requests; `Retry-After` tells when to try again.",
            of(NotReceived.NoRoom.class, "The server is handling too many large requests: send it again."));

    private final String about;
    private final Problem example;

    ProblemResponses(String about, Problem example) {
        this.about = about;
        this.example = example;
    }

    private static Problem of(Class<? extends RuntimeException> failure, String detail) {
        return new Problem(Problem.KINDS.get(failure), detail, List.of());
    }

    static String nameOf(int status) {
        for (ProblemResponses each : values()) {
            if (each.example.kind().status() == status) {
                return each.name();
            }
        }
        throw new IllegalArgumentException("no problem has the status " + status);
    }

    static ObjectNode document(Schemas schemas) {
        ObjectNode all = Json.object();
        for (ProblemResponses each : values()) {
            ObjectNode response = all.putObject(each.name()).put("description", each.about);
            each.example
                    .kind()
                    .headers()
                    .keySet()
                    .forEach(header -> response.withObjectProperty("headers")
                            .putObject(header)
                            .set("schema", Route.text()));
            response.set(
                    "content",
                    Route.content(
                            ControlApi.PROBLEM_JSON, Problem.SHAPE.schema(schemas), Problem.SHAPE.write(each.example)));
        }
        return all;
    }
}
