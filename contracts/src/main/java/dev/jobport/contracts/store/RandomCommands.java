package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aBareJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;

import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A caller who gives one random command after another, most of them sensible, and enters in a ledger what came of it. */
final class RandomCommands {

    private static final int OPEN_ACTIONS = 5;
    private static final int[] STEPS = {1, 500, 1000, 2000, 5000};
    private static final JobId UNUSED = newJobId();

    private final JobLedger ledger;
    private final SomeJobs kind;
    private final AtomicReference<Instant> clock;
    private final Random random;

    RandomCommands(JobLedger ledger, ActionTypeId actionType, AtomicReference<Instant> clock, Random random) {
        this.ledger = ledger;
        this.kind = aBareJob().of(actionType).of(new Timing(seconds(2), seconds(5), seconds(30), seconds(1)));
        this.clock = clock;
        this.random = random;
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    void next() {
        Instant now = clock.get();
        switch (random.nextInt(13)) {
            case 0 -> add(now);
            case 1, 2, 3 ->
                ledger.claim(kind.queue(), 1 + random.nextInt(3), now, job -> job.dispatch(newNonce(), now));
            case 4, 5, 6 -> acknowledge(now);
            case 7 -> update(job -> job.succeed(COMPLETE, () -> UNUSED, now));
            case 8 -> succeedWithToken(now);
            case 9 -> update(job -> Change.of(job, job.fail(FAILURE, now)));
            case 10 -> update(job -> Change.of(job, random.nextInt(6) == 0 ? job.stop(now) : job.at(now)));
            case 11 -> ledger.advance(now);
            default -> clock.updateAndGet(instant -> instant.plusMillis(STEPS[random.nextInt(STEPS.length)]));
        }
    }

    /** Lets the clock run out for every action, in ticks that find all that is due. */
    void letAllTimeOut() {
        ledger.advance(clock.updateAndGet(now -> now.plus(kind.timing().actionTimeout())));
    }

    private void add(Instant now) {
        if (openJobs().size() < OPEN_ACTIONS) {
            ledger.add(kind.startedAt(now).first());
        }
    }

    private void acknowledge(Instant now) {
        anyJob().ifPresent(job -> (random.nextInt(3) == 0 ? anyOf(ledger.nonces()) : job.nonce())
                .ifPresent(nonce -> ledger.update(
                                job.id(), found -> Change.of(found, found.acknowledge(nonce, Optional.empty(), now)))
                        .ifPresent(outcome -> ledger.acknowledged(nonce))));
    }

    private void succeedWithToken(Instant now) {
        String token = "token-" + random.nextInt(3);
        JobId followUpId = newJobId();
        anyJob().ifPresent(job -> ledger.update(
                        job.id(), found -> found.succeed(successWith(token), () -> followUpId, now))
                .flatMap(Change::followUp) // none if it is a repeat, or the action was stopped
                .ifPresent(followUp -> ledger.continued(job.id(), new ContinuationToken(token))));
    }

    private void update(Function<Job, Change> move) {
        anyJob().ifPresent(job -> ledger.update(job.id(), move));
    }

    private Optional<Job> anyJob() {
        return anyOf(random.nextInt(5) == 0 ? ledger.jobs() : openJobs());
    }

    private List<Job> openJobs() {
        return ledger.jobs().stream().filter(job -> !job.status().isTerminal()).toList();
    }

    private <T> Optional<T> anyOf(List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }
}
