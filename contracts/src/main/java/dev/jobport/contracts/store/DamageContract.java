package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_CLIENT;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Store;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What a durable {@link Store} must do when it cannot keep a change, or is closed: whoever asked is told, and the change is
 * nowhere. To be implemented beside {@link DurableStoreContract}.
 */
public interface DamageContract extends DurableStoreUnderTest {

    /** From now on nothing that is written to the store's place arrives there, as on a full disk; reading goes on. */
    void failWrites();

    /** Ends that. */
    void mend();

    @Test
    default void a_change_that_cannot_be_kept_fails_and_is_nowhere() {
        Job ended = given(JobStatus.Abandoned);
        Job worked = given(JobStatus.InProgress);
        Job queued = given(aJob()).get(0);
        Client client = aClient("first");
        store().actionTypes().put(ACCOUNT, anActionType(ACTION_TYPE));
        store().clients().addIfAbsent(ACCOUNT, client);
        Job never = aJob().first();

        failWrites();
        changes(worked, never).forEach(this::assertFails);
        assertThat(jobs().find(never.id())).isEmpty();
        assertNothingChanged(client, ended, worked, queued);

        mend();
        assertNothingChanged(client, ended, worked, queued);
        Job later = given(aJob()).get(0);
        reopen();
        assertThat(jobs().find(never.id())).isEmpty();
        assertNothingChanged(client, ended, worked, queued, later);
        assertThat(after(jobs().claim(QUEUE, 10, START, job -> job.dispatch(newNonce(), START))))
                .extracting(Job::id)
                .containsExactly(queued.id(), later.id());
    }

    @Test
    default void a_closed_store_answers_and_keeps_nothing_any_more() {
        Job job = given(JobStatus.InProgress);
        Job never = aJob().first();
        store().close();

        changes(job, never).forEach(this::assertFails);
        questions(job).forEach(this::assertFails);

        reopen();
        assertThat(stored(job)).isEqualTo(job);
        assertThat(jobs().find(never.id())).isEmpty();
        assertThat(store().clients().list(ACCOUNT, "", 10)).isEmpty();
        assertThat(store().actionTypes().list(ACCOUNT, "", 10)).isEmpty();
    }

    private void assertFails(String call, ThrowingCallable made) {
        assertThat(catchThrowable(made))
                .as(call)
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(Refusal.class)
                .hasMessageMatching("(?s).+");
    }

    private void assertNothingChanged(Client client, Job... jobs) {
        assertThat(jobs).allSatisfy(job -> {
            assertThat(stored(job)).isEqualTo(job);
            assertThat(history().ofAction(job.action().id())).containsExactly(job);
        });
        assertThat(store().clients().find(ACCOUNT, client.id())).contains(client);
        assertThat(store().clients().list(ACCOUNT, "", 10)).containsExactly(client.id());
        assertThat(store().actionTypes().list(ACCOUNT, "", 10)).containsExactly(anActionType(ACTION_TYPE));
    }

    /** One of each kind. */
    private Map<String, ThrowingCallable> changes(Job inProgress, Job never) {
        Map<String, ThrowingCallable> changes = new LinkedHashMap<>();
        changes.put("add", () -> jobs().add(never));
        changes.put(
                "update",
                () -> jobs().update(inProgress.id(), job -> job.succeed(successWith("on"), SomeJobs::newJobId, START)));
        changes.put("claim", () -> jobs().claim(QUEUE, 10, START, job -> job.dispatch(newNonce(), START)));
        changes.put("advance", () -> {
            var deadline = inProgress.action().deadline();
            jobs().advance(deadline, 10, job -> job.at(deadline));
        });
        changes.put("removeEnded", () -> history().removeEnded(START.plusMillis(1), 10));
        changes.put("put an action type", () -> store().actionTypes().put(ACCOUNT, anActionType(OTHER_ACTION_TYPE)));
        changes.put(
                "change an action type",
                () -> store().actionTypes()
                        .update(
                                ACCOUNT,
                                ACTION_TYPE,
                                (before, others) -> anActionType(ACTION_TYPE).delete()));
        Client second = Client.register(OTHER_CLIENT, new ClientToken("token"));
        changes.put("add a client", () -> store().clients().addIfAbsent(ACCOUNT, second));
        changes.put("replace a client", () -> store().clients().replace(ACCOUNT, aClient("second")));
        changes.put("remove a client", () -> store().clients().remove(ACCOUNT, CLIENT));
        return changes;
    }

    private Map<String, ThrowingCallable> questions(Job job) {
        Map<String, ThrowingCallable> questions = new LinkedHashMap<>();
        questions.put("find", () -> jobs().find(job.id()));
        questions.put("update that changes nothing", () -> jobs().update(job.id(), Change::none));
        questions.put("ofAction", () -> history().ofAction(job.action().id()));
        questions.put("list", () -> history().list(ACCOUNT, Optional.empty(), PageRequest.first()));
        questions.put("lastOfActions", () -> history().lastOfActions(ACCOUNT, PageRequest.first()));
        questions.put("backlog", () -> history().backlog());
        questions.put("find an action type", () -> store().actionTypes().find(ACCOUNT, ACTION_TYPE));
        questions.put("list action types", () -> store().actionTypes().list(ACCOUNT, "", 10));
        questions.put("find a client", () -> store().clients().find(ACCOUNT, CLIENT));
        questions.put("list clients", () -> store().clients().list(ACCOUNT, "", 10));
        questions.put("count clients", () -> store().clients().count(ACCOUNT, 10));
        return questions;
    }

    private static ActionType anActionType(ActionTypeId id) {
        return new ActionType(id, Timing.defaultsFor(ActionOwner.ThirdParty));
    }

    private static Client aClient(String token) {
        return Client.register(CLIENT, new ClientToken(token));
    }
}
