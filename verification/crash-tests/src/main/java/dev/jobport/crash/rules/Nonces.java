package dev.jobport.crash.rules;

import static dev.jobport.crash.history.Status.Dispatched;

import dev.jobport.crash.history.Answer.JobDetails;
import dev.jobport.crash.history.Answer.Offered;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Family;
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
            new Rule("details tell the nonce of a third-party job, and the poll that of a custom one", Nonces::tellers),
            new Rule("every dispatch mints a new nonce", Nonces::everyDispatchMints),
            new Rule("a nonce is good for one acknowledgement", Nonces::oneAcknowledgement),
            new Rule("a dead nonce is refused", Nonces::deadNonces),
            new Rule("a nonce is good while its lease runs", Nonces::goodWhileTheLeaseRuns));

    private Nonces() {}

    private static void tellers(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            for (Call offer : job.offers()) {
                findings.expect(
                        nonce(job, offer).isPresent() == (job.family() == Family.Custom),
                        job.id(),
                        () -> "should not be offered so: " + offer);
            }
            for (Call details : job.details()) {
                boolean wasOffered = job.offers().stream().anyMatch(offer -> offer.isOverBefore(details));
                findings.expect(
                        job.family() == Family.Custom
                                ? nonce(job, details).isEmpty()
                                : !wasOffered || nonce(job, details).isPresent(),
                        job.id(),
                        () -> "should not have such details: " + details);
            }
        }
    }

    private static void everyDispatchMints(Evidence evidence, Findings findings) {
        Map<String, String> jobOfNonce = new HashMap<>();
        for (JobFile job : evidence.jobs()) {
            Set<String> nonces = new HashSet<>();
            for (Call call : job.nonceTellers()) {
                nonce(job, call).ifPresent(nonce -> {
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
                job.nonceTellers().stream()
                        .filter(call -> call.isOverBefore(offer))
                        .forEach(call -> before.add(nonce(job, call)));
                job.nonceTellers().stream()
                        .filter(call -> call == offer || offer.isOverBefore(call))
                        .forEach(call -> findings.expect(
                                nonce(job, call).isPresent() && !before.contains(nonce(job, call)),
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

    /** Dead is a nonce that nobody told, and one that was told before the job was handed out anew. */
    private static void deadNonces(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            job.acknowledgements().filter(Call::isAccepted).forEach(call -> {
                String nonce = ((Acknowledge) call.request()).nonce();
                List<Call> told = job.nonceTellers().stream()
                        .filter(details -> nonce(job, details).equals(Optional.of(nonce)))
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
                        .anyMatch(offer -> job.nonceTellers().stream()
                                .anyMatch(details -> nonce(job, details).equals(Optional.of(nonce))
                                        && (details == offer || offer.isOverBefore(details))
                                        && details.isOverBefore(refused)));
                findings.expect(
                        rival || !granted || !job.isAnsweredInTime(refused) || !job.isAnsweredBeforeItsStop(refused),
                        job.id(),
                        () -> "lost its lease: " + ((Command) refused.request()).jobId() + " was refused in "
                                + refused);
            });
        }
    }

    private static Optional<String> nonce(JobFile job, Call teller) {
        return teller.answer() instanceof Offered offered
                ? Optional.ofNullable(offered.nonces().get(job.id()))
                : ((JobDetails) teller.answer()).nonce();
    }
}
