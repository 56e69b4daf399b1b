package dev.jobport.verdict.report;

import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.Finding;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Rule;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Source;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Answer;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Heading;
import dev.jobport.verdict.history.InjectedFault;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Request;
import dev.jobport.verdict.history.Vantage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Verdicts to tell of, made by hand. */
final class Sample {

    static final Instant TEN = Instant.parse("2026-07-31T10:00:00Z");
    static final Heading HEADING =
            new Heading(TEN, Set.of(Vantage.WIRE), 20260731, "0.1.0", "python my_worker.py", Expectations.USUAL);

    private static final Exchange REFUSED = exchange(
            17,
            211,
            "AcknowledgeJob",
            Map.of("jobId", "4f0c", "nonce", "#n7"),
            400,
            "InvalidNonceException",
            new InjectedFault("rival", 1, false));
    static final Exchange FAILURE = exchange(
            19,
            215,
            "PutJobFailureResult",
            Map.of("jobId", "4f0c", "failureDetails.message", "InvalidNonceException: somebody else has it already"),
            200,
            null,
            null);

    static final Verdict BROKEN = verdict(
            judgement("CLAIM-3", Status.BROKEN, finding(null, REFUSED, FAILURE)),
            judgement("CLAIM-5", Status.KEPT),
            judgement("REPORT-3", Status.EXEMPT, finding("lost-answer/1", FAILURE)),
            judgement("REPORT-7", Status.NOT_EXERCISED),
            judgement("REPORT-8", Status.NOT_EXERCISED),
            judgement("CRED-1", Status.NOT_OBSERVABLE));

    private Sample() {}

    static Verdict verdict(Judgement... judgements) {
        return new Verdict("2026-1", HEADING, 0, List.of(), List.of(), List.of(), List.of(judgements));
    }

    static Judgement judgement(String id, Status status, Finding... findings) {
        return new Judgement(rule(id), status, 1, List.of(findings), Optional.empty());
    }

    static Rule rule(String id) {
        return new Rule(
                RuleId.of(id),
                "A job that somebody else has is left alone.",
                "Whoever sends a result ends the job of the worker that has it.",
                new Source(Source.Kind.DOC, "API Reference, AcknowledgeJob"),
                Severity.ERROR,
                Set.of(Vantage.WIRE),
                "an acknowledgement that a rival wins",
                "Drop the job and poll on.");
    }

    /** What ended the job has a note. */
    static Finding finding(String excuse, Event... events) {
        List<Evidence> evidence = Stream.of(events)
                .map(event -> new Evidence(
                        event, event == FAILURE || event instanceof LifeEvent ? "ended the other's job" : ""))
                .toList();
        return new Finding(
                "Job 4f0c was claimed by a rival; the worker reported a result.",
                Severity.ERROR,
                Optional.ofNullable(excuse),
                evidence);
    }

    static Exchange exchange(
            long number,
            long millis,
            String operation,
            Map<String, String> members,
            int status,
            String error,
            InjectedFault fault) {
        Instant at = TEN.plusMillis(millis);
        Optional<Instant> sent = Optional.of(at).filter(it -> status > 0);
        return new Exchange(
                number,
                new Request(at, 1, "worker-1", operation, Optional.empty(), 1, true, "Boto3", members),
                new Answer(sent, status, Optional.ofNullable(error), Optional.empty(), Optional.empty(), List.of()),
                Optional.ofNullable(fault));
    }
}
