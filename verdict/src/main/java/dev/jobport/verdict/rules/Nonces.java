package dev.jobport.verdict.rules;

import static dev.jobport.verdict.Source.Kind.DOC;
import static dev.jobport.verdict.Source.Kind.MODEL;

import dev.jobport.verdict.history.Exchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which nonce a worker sends, and how often. */
final class Nonces {

    static final List<CheckedRule> RULES = List.of(
            CheckedRule.error("CLAIM-4", "The nonce is that of the newest offer or details.")
                    .why("Each time a job is handed out its nonce is new, and the earlier ones are dead. With a dead"
                            + " one the worker is refused a job that is its own.")
                    .source(
                            DOC,
                            "API Reference, AcknowledgeJob: get the nonce from the response that returned this job")
                    .exercisedBy("any acknowledgement; better, a job that is offered again (fault duplicate-offer)")
                    .advice("When a job or its details come again, forget the nonce that you had.")
                    .check(Nonces::oldNonce),
            CheckedRule.warning("CLAIM-5", "A job is acknowledged once.")
                    .why("A second call is refused as if the job were somebody else's. A worker that believes it drops"
                            + " its own job, and the pipeline waits for the timeout.")
                    .source(DOC, "API Reference, AcknowledgeJob: InvalidNonceException")
                    .exercisedBy("a job that is acknowledged")
                    .advice("Go on after the first InProgress.")
                    .check(Nonces::acknowledgedTwice),
            CheckedRule.warning("CLAIM-7", "A refused acknowledgement is not repeated.")
                    .why("A dead nonce stays dead, so the repeats are refused too. They cost calls and time that other"
                            + " jobs need.")
                    .source(MODEL, "InvalidNonceException is a client error, and cannot be retried")
                    .exercisedBy("an acknowledgement that a rival wins (fault rival)")
                    .advice("Drop the job and poll on.")
                    .check(Nonces::refusedAndRepeated));

    private Nonces() {}

    private static void oldNonce(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Map<String, Exchange> given = new HashMap<>();
            Set<String> calls = new HashSet<>();
            int next = 0;
            for (Exchange call : course.acknowledgements) {
                for (; next < course.offers.size() && isBefore(course.offers.get(next), call); next++) {
                    Course.Offered offered = course.offers.get(next);
                    offered.offer().nonce().ifPresent(nonce -> given.put(nonce, offered.exchange()));
                }
                boolean isRetry = !call.request().invocation().map(calls::add).orElse(true);
                if (!isRetry && !given.isEmpty()) {
                    judgeNonce(call, given, course, seen, findings);
                }
            }
        }
    }

    private static boolean isBefore(Course.Offered offered, Exchange call) {
        return offered.exchange().number() < call.number();
    }

    private static void judgeNonce(
            Exchange call, Map<String, Exchange> given, Course course, Seen seen, Findings findings) {
        String nonce = call.members().getOrDefault("nonce", "");
        Exchange giver = given.get(nonce);
        Optional<Exchange> newest = newest(call, course);
        if (giver == null) {
            findings.broken(
                    "Job %s was acknowledged with %s, which no answer gave for it."
                            .formatted(course.job, nonce.isEmpty() ? "no nonce" : "nonce " + nonce),
                    call);
        } else if (newest.filter(giver::isBefore).isPresent()) {
            findings.judge(
                    hasAnotherHand(nonce, course) ? seen.watch().jump(giver, call) : Optional.empty(),
                    "Job %s was acknowledged with nonce %s, after a newer one had been given."
                            .formatted(course.job, nonce),
                    giver,
                    newest.get(),
                    call);
        } else {
            findings.kept();
        }
    }

    /** Of a worker's hands one may be slower than the time that a fault moves; the other has the newer nonce. */
    private static boolean hasAnotherHand(String nonce, Course course) {
        return course.acknowledgements.stream()
                .anyMatch(it -> !nonce.equals(it.members().get("nonce")));
    }

    /** The last answer with a nonce that the caller had when it called. */
    private static Optional<Exchange> newest(Exchange call, Course course) {
        for (int i = InOrder.before(course.offers, it -> it.exchange().number(), call.number()); i >= 0; i--) {
            Exchange exchange = course.offers.get(i).exchange();
            if (course.offers.get(i).offer().nonce().isPresent()
                    && exchange.isKnown()
                    && exchange.isBefore(call)
                    && exchange.request().key().equals(call.request().key())) {
                return Optional.of(exchange);
            }
        }
        return Optional.empty();
    }

    private static void acknowledgedTwice(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Exchange first = null;
            boolean once = true;
            for (Exchange call : course.acknowledgements) {
                if (first == null || call.isSameCallAs(first)) {
                    first = call.acknowledges() ? call : first;
                } else if (hasNonceOf(first, call)) { // with another, it is another hand that had an earlier offer
                    once = false;
                    Optional<String> excuse = Course.hidden(List.of(first));
                    if (excuse.isPresent() || first.isBefore(call)) {
                        findings.judge(excuse, "Job %s was acknowledged again.".formatted(course.job), first, call);
                        break;
                    }
                }
            }
            if (first != null && once) {
                findings.kept();
            }
        }
    }

    private static boolean hasNonceOf(Exchange first, Exchange call) {
        return first.members().getOrDefault("nonce", "").equals(call.members().get("nonce"));
    }

    private static void refusedAndRepeated(Seen seen, Findings findings) {
        for (Course course : seen.courses()) {
            Map<String, Exchange> dead = new HashMap<>();
            Set<String> repeated = new HashSet<>();
            for (Exchange call : course.acknowledgements) {
                String nonce = call.members().getOrDefault("nonce", "");
                Exchange refused = dead.get(nonce);
                if (refused != null && !call.isSameCallAs(refused) && refused.isBefore(call)) {
                    repeated.add(nonce);
                    findings.judge(
                            Course.hidden(course.acknowledgements.subList(0, 1)),
                            "Nonce %s of job %s was refused, and sent again.".formatted(nonce, course.job),
                            refused,
                            call);
                } else if (call.isKnown() && call.isRefusedWith("InvalidNonceException")) {
                    dead.putIfAbsent(nonce, call);
                }
            }
            dead.keySet().stream().filter(it -> !repeated.contains(it)).forEach(it -> findings.kept());
        }
    }
}
