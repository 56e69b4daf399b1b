package dev.jobport.lab.faults.real;

import dev.jobport.application.Backlog;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypePattern;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.lab.faults.Held;
import dev.jobport.lab.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays what others do to a job while a worker's request is held, by asking the application like anybody else. */
final class Stagehand {

    private static final String RIVAL = World.RIVAL;
    private static final int MAX_POLLS = 1000;

    private final World world;

    Stagehand(Held held) {
        this.world = held.world();
    }

    private Caller rival() {
        return new Caller(RIVAL, world.account(), Set.of(ActionTypePattern.ANY), true, Optional.empty());
    }

    /** Whether somebody could take the job now as the request means to. */
    static boolean couldBeAcknowledged(Held held) {
        return held.job()
                .filter(job -> job.status() == JobStatus.Dispatched || job.status() == JobStatus.Queued)
                .filter(job -> job.nonce()
                        .filter(it -> it.value().equals(held.member("nonce")))
                        .isPresent())
                .filter(job -> hasTheRightToken(held, job.action()))
                .isPresent();
    }

    private static boolean hasTheRightToken(Held held, ActionExecution action) {
        String token = held.member("clientToken");
        return action.owner() == ActionOwner.Custom
                || ClientToken.FORM.accepts(token)
                        && action.clientId()
                                .flatMap(id -> held.world().store().clients().find(action.account(), id))
                                .filter(client -> client.owns(new ClientToken(token)))
                                .isPresent();
    }

    static boolean isDispatched(Held held) {
        return held.job().filter(job -> job.status() == JobStatus.Dispatched).isPresent();
    }

    static boolean isInProgress(Held held) {
        return held.job().filter(job -> job.status() == JobStatus.InProgress).isPresent();
    }

    /** Somebody else takes the job with the same nonce. */
    void acknowledge(Held held) {
        Job job = held.job().orElseThrow();
        Nonce nonce = job.nonce().orElseThrow();
        world.as(
                RIVAL,
                () -> job.action().owner() == ActionOwner.Custom
                        ? world.ports().custom().acknowledgeJob(rival(), job.id(), nonce)
                        : world.ports()
                                .thirdParty()
                                .acknowledgeThirdPartyJob(
                                        rival(), job.id(), nonce, new ClientToken(held.member("clientToken"))));
    }

    /** The lease of the job lapses. */
    void lapse(Job job) {
        world.passUntil(job.nextChangeAt().orElseThrow(), "the lease of job " + job.id() + " lapsed");
    }

    /** Somebody else polls until the job has another nonce. What else is due by then goes to them as well. */
    void offerToRival(Job job) {
        int found = 1;
        for (int polls = 0; polls < MAX_POLLS && found > 0 && hasItsNonceStill(job); polls++) {
            found = world.as(RIVAL, () -> poll(job.action()));
        }
    }

    private int poll(ActionExecution action) {
        if (action.owner() == ActionOwner.ThirdParty) {
            return world.ports()
                    .thirdParty()
                    .pollForThirdPartyJobs(rival(), action.actionTypeId(), 1)
                    .size();
        }
        Map<String, String> query = world.store()
                .actionTypes()
                .find(action.account(), action.actionTypeId())
                .flatMap(type -> type.queryableProperty())
                .map(name -> Map.of(name, action.input().configuration().get(name)))
                .orElse(Map.of());
        return world.ports()
                .custom()
                .pollForJobs(rival(), action.actionTypeId(), query, 1)
                .size();
    }

    boolean hasItsNonceStill(Job job) {
        return world.job(job.id().value())
                .filter(now -> now.nonce().equals(job.nonce()))
                .isPresent();
    }

    void timeOut(Job job) {
        world.passUntil(job.nextChangeAt().orElseThrow(), "job " + job.id() + " timed out");
    }

    void timeOut(ActionExecution action) {
        Instant deadline = action.deadline();
        world.passUntil(deadline, "action " + action.id() + " timed out");
    }

    void expireCredentials(Job job) {
        Instant expiry = world.credentialsExpire(job.action().id()).orElseThrow();
        world.passUntil(expiry, "the credentials of job " + job.id() + " expired");
    }

    void rotateToken(ClientId client) {
        world.as(RIVAL, () -> world.ports().operators().rotateClient(world.account(), client, Optional.empty()));
    }

    /** The action type that a poll asks for, if there is one. */
    static Optional<ActionTypeId> polledType(Held held) {
        String type = String.join(
                "/",
                held.member("actionTypeId.owner"),
                held.member("actionTypeId.category"),
                held.member("actionTypeId.provider"),
                held.member("actionTypeId.version"));
        return ActionTypeId.parse(type)
                .filter(id -> held.world()
                        .store()
                        .actionTypes()
                        .find(held.world().account(), id)
                        .isPresent());
    }

    /** How many jobs a poll could find if it asked for all of its type. */
    static long due(Held held) {
        held.world().tick();
        return polledType(held).stream()
                .flatMap(type -> held.world().store().history().backlog().stream()
                        .filter(it -> it.actionTypeId().equals(type)
                                && it.account().equals(held.world().account())
                                && it.status() == JobStatus.Queued))
                .mapToLong(Backlog::jobs)
                .sum();
    }

    void deleteType(ActionTypeId type) {
        world.as(RIVAL, () -> {
            world.ports().operators().deleteActionType(world.account(), type);
            return true;
        });
    }
}
