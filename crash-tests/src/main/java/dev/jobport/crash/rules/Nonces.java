package dev.jobport.crash.rules;

import static dev.jobport.crash.history.Status.Dispatched;

import dev.jobport.crash.history.Answer.JobDetails;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Request.Acknowledge;
import dev.jobport.crash.history.Request.Command;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What nonces are good for: invariant 2. */
final class Nonces {

    static final List<Rule> RULES = List.of(
            new Rule("every dispatch mints a new nonce", Nonces::everyDispatchMints),
            new Rule("a nonce is good for one acknowledgement", Nonces::oneAcknowledgement),
            new Rule("a dead nonce is refused", Nonces::deadNonces),
            new Rule("a nonce is good while its lease runs", Nonces::goodWhileTheLeaseRuns));

    private Nonces() {}

    private static void everyDispatchMints(Evidence evidence, Findings findings) {
        Map<String, String> jobOfNonce = new HashMap<>();
        for (JobFile job : evidence.jobs()) {
            Set<String> nonces = new HashSet<>();
            for (Call call : job.details()) {
                nonce(call).ifPresent(nonce -> {
                    nonces.add(nonce);
                    String other = jobOfNonce.putIfAbsent(nonce, job.id());
                    findings.expect(
                            other == null || other.equals(job.id()), job.id(), () -> "has the nonce of " + other);
                });
            }
            long dispatches = job.steps(Dispatched).count();
            findings.expect(
                    nonces.size() <= dispatches,
                    job.id(),
                    () -> "showed " + nonces.size() + " nonces in " + dispatches + " dispatches");
            for (Call offer : job.offers()) {
                Set<Optional<String>> before = new HashSet<>();
                job.details().stream()
                        .filter(call -> call.isOverBefore(offer))
                        .forEach(call -> before.add(nonce(call)));
                job.details().stream()
                        .filter(offer::isOverBefore)
                        .forEach(call -> findings.expect(
                                nonce(call).isPresent() && !before.contains(nonce(call)),
                                job.id(),
                                () -> "has no new nonce in " + call + " after " + offer));
            }
        }
    }

    private static void oneAcknowledgement(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            List<Call> accepted =
                    job.acknowledgements().filter(Call::isAccepted).toList();
            for (Call second : accepted) {
                Call first = accepted.get(0);
                findings.expect(
                        job.attempts(first).anyMatch(second::equals),
                        job.id(),
                        () -> "was acknowledged twice, in " + first + " and in " + second);
            }
        }
    }

    /** Dead is a nonce that no details told, and one that was told before the job was handed out anew. */
    private static void deadNonces(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            job.acknowledgements().filter(Call::isAccepted).forEach(call -> {
                String nonce = ((Acknowledge) call.request()).nonce();
                List<Call> told = job.details().stream()
                        .filter(details -> nonce(details).equals(Optional.of(nonce)))
                        .toList();
                findings.expect(!told.isEmpty(), job.id(), () -> "was acknowledged with a made-up nonce in " + call);
                Instant sent = job.firstSent(call);
                job.offers().stream()
                        .filter(offer -> offer.answeredAt().isBefore(sent))
                        .forEach(offer -> findings.expect(
                                told.stream().noneMatch(details -> details.isOverBefore(offer)),
                                job.id(),
                                () -> "was acknowledged in " + call + " with a nonce older than " + offer));
            });
        }
    }

    /** Nothing but another acknowledgement or the action's end may make the server refuse it. */
    private static void goodWhileTheLeaseRuns(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            job.acknowledgements().filter(Call::isRefused).forEach(refused -> {
                String nonce = ((Acknowledge) refused.request()).nonce();
                boolean rival = job.acknowledgements()
                        .anyMatch(other -> other != refused
                                && other.mayHaveHappened()
                                && !other.invokedAt().isAfter(refused.answeredAt()));
                boolean granted = job.offers().stream()
                        .filter(offer -> refused.answeredAt()
                                .isBefore(offer.invokedAt().plus(job.timing().lease())))
                        .anyMatch(offer -> job.details().stream()
                                .anyMatch(details -> nonce(details).equals(Optional.of(nonce))
                                        && offer.isOverBefore(details)
                                        && details.isOverBefore(refused)));
                findings.expect(
                        rival || !granted || !job.isAnsweredInTime(refused),
                        job.id(),
                        () -> "lost its lease: " + ((Command) refused.request()).jobId() + " was refused in "
                                + refused);
            });
        }
    }

    private static Optional<String> nonce(Call details) {
        return ((JobDetails) details.answer()).nonce();
    }
}
