package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;
import static dev.jobport.verdict.Source.Kind.MODEL;

import dev.jobport.verdict.history.Exchange;
import java.util.List;
import java.util.Optional;

/** That requests are what the API takes. */
final class Wire {

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.error("WIRE-1", "No request is refused as malformed.")
                    .why("A malformed request does nothing, however often it is sent. A job is not taken, or gets no"
                            + " result until its timeout.")
                    .source(MODEL, "the shapes and constraints of each operation's input")
                    .exercisedBy("any request")
                    .advice("The message names the member and what it must be. Use an SDK that checks before sending.")
                    .check(Wire::malformed),
            CheckedRule.error(
                            "WIRE-2",
                            "Third-party operations are for third-party jobs, and custom ones for custom jobs.")
                    .why("Operations of the other family do not find the job. It stays where it is, and its pipeline"
                            + " waits.")
                    .source(DOC, "API Reference: each operation says whose jobs it is for")
                    .exercisedBy("any call about a job")
                    .advice("Use the family of operations of the poll that gave the job.")
                    .check(Wire::otherFamily));

    private Wire() {}

    private static void malformed(Seen seen, Findings findings) {
        for (Exchange call : seen.exchanges()) {
            if (Refused.otherwise(call)) {
                findings.judge(
                        call.fault().map(Object::toString),
                        "%s was refused: %s"
                                .formatted(
                                        call.operation().isEmpty() ? "A request" : call.operation(),
                                        call.answer()
                                                .message()
                                                .orElse(call.answer().error().orElse(""))),
                        call);
            } else if (call.isAnswered() && !Refused.forItsShape(call)) {
                findings.kept();
            }
        }
    }

    private static void otherFamily(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Optional<Exchange> poll = course.offers.stream()
                    .map(Course.Offered::exchange)
                    .filter(Exchange::isPoll)
                    .findFirst();
            if (poll.isEmpty()) {
                continue;
            }
            for (Exchange call : course.calls) {
                if (call.isThirdParty() == poll.get().isThirdParty()) {
                    findings.kept();
                } else {
                    findings.broken(
                            "Job %s came by %s, and %s is not for it."
                                    .formatted(course.job, poll.get().operation(), call.operation()),
                            poll.get(),
                            call);
                }
            }
        }
    }
}
