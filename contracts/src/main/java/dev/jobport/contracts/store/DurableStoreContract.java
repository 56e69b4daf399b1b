package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_CLIENT;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aBareJob;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a {@link dev.jobport.application.driven.Store} must do that keeps its content when it is closed. Its few scenes are
 * not all: {@link ReopenedStoreContract} belongs to it, in a test class of its own.
 */
public interface DurableStoreContract extends StoreContract, IdleStoreContract, DurableStoreUnderTest {

    @Test
    default void jobs_of_every_status_survive() {
        List<Job> before = new ArrayList<>(given(aBareJob()));
        for (JobStatus status : JobStatus.values()) {
            before.add(given(status));
        }
        reopen();

        assertThat(before).allSatisfy(job -> {
            assertThat(stored(job)).isEqualTo(job);
            assertThat(history().ofAction(job.action().id())).contains(job);
        });
    }

    @Test
    default void a_job_can_be_led_through_its_life_with_a_restart_between_any_two_steps() {
        Job queued = given(aJob()).get(0);
        reopen();
        Job dispatched = after(jobs().claim(QUEUE, 1, START, job -> job.dispatch(newNonce(), START)))
                .get(0);
        reopen();
        jobs().update(
                        queued.id(),
                        job -> Change.of(
                                job, job.acknowledge(dispatched.nonce().orElseThrow(), Optional.empty(), START)));
        reopen();
        Change succeeded = succeeded(stored(queued), successWith("token"), START);
        reopen();

        assertThat(history().ofAction(queued.action().id()))
                .containsExactly(succeeded.after(), succeeded.followUp().orElseThrow());
        assertThat(after(jobs().advance(
                                START.plus(TIMING.continuationDelay()),
                                10,
                                job -> job.at(START.plus(TIMING.continuationDelay())))))
                .extracting(Job::id)
                .containsExactly(succeeded.followUp().orElseThrow().id());
        reopen();
        assertThat(after(jobs().claim(
                                QUEUE,
                                10,
                                START.plus(TIMING.continuationDelay()),
                                job -> job.dispatch(newNonce(), START.plus(TIMING.continuationDelay())))))
                .extracting(Job::id)
                .containsExactly(succeeded.followUp().orElseThrow().id());
    }

    @Test
    default void a_result_and_an_acknowledgement_are_known_again_after_a_restart() {
        Job dispatched = given(JobStatus.Dispatched);
        Nonce nonce = dispatched.nonce().orElseThrow();
        var invocation = SomeJobs.newInvocation();
        jobs().update(dispatched.id(), job -> Change.of(job, job.acknowledge(nonce, invocation, START)));
        reopen();
        assertThat(jobs().update(dispatched.id(), job -> Change.of(job, job.acknowledge(nonce, invocation, START)))
                        .isNone())
                .isTrue();
        SuccessResult result = successWith("token");
        Change succeeded = jobs().update(dispatched.id(), job -> job.succeed(result, SomeJobs::newJobId, START));
        reopen();

        Change repeated = jobs().update(dispatched.id(), job -> job.succeed(result, SomeJobs::newJobId, START));

        assertThat(repeated.followUp()).isEmpty();
        assertThat(history().ofAction(dispatched.action().id()))
                .containsExactly(succeeded.after(), succeeded.followUp().orElseThrow());
        SuccessResult other = successWith("other");
        assertThatThrownBy(() -> jobs().update(dispatched.id(), job -> job.succeed(other, SomeJobs::newJobId, START)))
                .isInstanceOf(Refusal.InvalidJobState.class);
    }

    @Test
    default void the_order_of_adding_survives() {
        List<Job> before = new ArrayList<>(given(aJob(), aJob()));
        reopen();
        before.addAll(given(aJob(), aJob()));

        assertThat(after(jobs().claim(QUEUE, 10, START, job -> job.dispatch(newNonce(), START))))
                .extracting(Job::id)
                .containsExactlyElementsOf(before.stream().map(Job::id).toList());
    }

    @Test
    default void a_list_goes_on_where_it_was() {
        List<Job> added = given(aJob(), aJob(), aJob());
        Page<Job> page = history().list(ACCOUNT, Optional.empty(), new PageRequest(2, Optional.empty()));
        reopen();

        assertThat(page.items()).containsExactly(added.get(2), added.get(1));
        assertThat(history()
                        .list(ACCOUNT, Optional.empty(), new PageRequest(2, page.nextToken()))
                        .items())
                .containsExactly(added.get(0));
        assertThat(history().lastOfActions(ACCOUNT, PageRequest.first()).items())
                .hasSize(3);
    }

    @Test
    default void action_types_survive() {
        ActionType actionType = new ActionType(ACTION_TYPE, Timing.defaultsFor(ActionOwner.ThirdParty));
        store().actionTypes().put(ACCOUNT, actionType);
        reopen();

        assertThat(store().actionTypes().find(ACCOUNT, ACTION_TYPE)).contains(actionType);
        assertThat(store().actionTypes().list(ACCOUNT, "", 1_000)).containsExactly(actionType);
    }

    @Test
    default void clients_survive() {
        Client client = Client.register(CLIENT, new ClientToken("token"));
        store().clients().addIfAbsent(ACCOUNT, client);
        reopen();

        assertThat(store().clients().find(ACCOUNT, client.id())).contains(client);
        assertThat(store().clients().addIfAbsent(ACCOUNT, client)).isFalse();
        assertThat(store().clients().list(ACCOUNT, "", 1_000)).containsExactly(client.id());
    }

    @Test
    default void clients_that_were_replaced_or_removed_stay_so() {
        Client replaced = Client.register(CLIENT, new ClientToken("first"));
        Client removed = Client.register(OTHER_CLIENT, new ClientToken("token"));
        List.of(replaced, removed).forEach(client -> store().clients().addIfAbsent(ACCOUNT, client));
        Client replacement = Client.register(CLIENT, new ClientToken("second"));
        store().clients().replace(ACCOUNT, replacement);
        store().clients().remove(ACCOUNT, removed.id());
        reopen();

        assertThat(store().clients().find(ACCOUNT, replaced.id())).contains(replacement);
        assertThat(store().clients().find(ACCOUNT, removed.id())).isEmpty();
    }

    @Test
    default void a_store_that_was_opened_again_is_ready() {
        reopen();
        assertThat(store().isReady()).isTrue();
    }
}
