package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_CLIENT;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whoever looks at a job or changes it is told whose it is, as that client is now. */
public interface JobClientContract extends StoreUnderTest {

    int SOON_MILLIS = 300;

    private static Client aClient(String token) {
        return Client.register(CLIENT, new ClientToken(token));
    }

    /** By both ways of asking, and by the second twice: a store may remember what it has changed. */
    private List<Optional<Client>> toldOf(Job job) {
        List<Optional<Client>> told = new ArrayList<>();
        told.add(jobs().find(job.id(), (found, client) -> client).orElseThrow());
        for (int i = 0; i < 2; i++) {
            jobs().update(job.id(), (found, client) -> {
                told.add(client);
                return Change.none(found);
            });
        }
        return told.stream().distinct().toList();
    }

    @Test
    default void a_job_comes_with_its_client() {
        store().clients().addIfAbsent(ACCOUNT, aClient("token"));

        for (JobStatus status : JobStatus.values()) {
            assertThat(toldOf(given(status))).containsExactly(Optional.of(aClient("token")));
        }
    }

    @Test
    default void a_custom_actions_job_comes_without_one() {
        store().clients().addIfAbsent(ACCOUNT, aClient("token"));

        assertThat(toldOf(given(aJob().of(CUSTOM_ACTION_TYPE)).get(0))).containsExactly(Optional.empty());
    }

    @Test
    default void a_client_of_the_same_name_in_another_account_is_another() {
        store().clients().addIfAbsent(OTHER_ACCOUNT, aClient("theirs"));
        Job job = given(JobStatus.InProgress);
        assertThat(toldOf(job)).containsExactly(Optional.empty());

        store().clients().addIfAbsent(ACCOUNT, aClient("ours"));
        store().clients().replace(OTHER_ACCOUNT, aClient("theirs again"));
        store().clients().addIfAbsent(ACCOUNT, Client.register(OTHER_CLIENT, new ClientToken("a third")));

        assertThat(toldOf(job)).containsExactly(Optional.of(aClient("ours")));
    }

    @Test
    default void a_client_is_told_as_it_is_now_whatever_was_told_before() {
        Job job = given(JobStatus.Dispatched);
        store().clients().addIfAbsent(ACCOUNT, aClient("first"));
        assertThat(toldOf(job)).containsExactly(Optional.of(aClient("first")));

        store().clients().replace(ACCOUNT, aClient("second"));
        assertThat(toldOf(job)).containsExactly(Optional.of(aClient("second")));

        store().clients().remove(ACCOUNT, CLIENT);
        assertThat(toldOf(job)).containsExactly(Optional.empty());

        store().clients().addIfAbsent(ACCOUNT, aClient("third"));
        assertThat(toldOf(job)).containsExactly(Optional.of(aClient("third")));
    }

    @Test
    default void a_change_is_kept_only_for_the_client_as_it_is_now() {
        store().clients().addIfAbsent(ACCOUNT, aClient("first"));
        Job job = given(JobStatus.InProgress);
        Change change = jobs().update(job.id(), (found, client) -> Change.of(found, stoppedBy("first", found, client)));
        assertThat(change.after().status()).isEqualTo(JobStatus.Abandoned);

        Job another = given(JobStatus.InProgress);
        store().clients().replace(ACCOUNT, aClient("second"));
        assertThatThrownBy(() -> jobs().update(
                                another.id(), (found, client) -> Change.of(found, stoppedBy("first", found, client))))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        assertThat(stored(another)).isEqualTo(another);
        jobs().update(another.id(), (found, client) -> Change.of(found, stoppedBy("second", found, client)));
        assertThat(stored(another).status()).isEqualTo(JobStatus.Abandoned);
    }

    /** Whoever removes it has to wait for the change, or the change is made once more, without the client. */
    @Test
    default void no_change_is_kept_for_a_client_that_was_removed_while_it_was_made() throws InterruptedException {
        store().clients().addIfAbsent(ACCOUNT, aClient("first"));
        Job job = given(JobStatus.InProgress);
        Thread remover = new Thread(() -> store().clients().remove(ACCOUNT, CLIENT));
        AtomicBoolean madeForOneThatWasGone = new AtomicBoolean();
        Change kept;
        try {
            kept = jobs().update(job.id(), (found, client) -> {
                boolean isGone = isEndedSoon(remover);
                madeForOneThatWasGone.set(client.isPresent() && isGone);
                return Change.of(found, stoppedBy("first", found, client));
            });
        } catch (Refusal.InvalidClientToken e) {
            kept = Change.none(job);
        }
        remover.join();

        assertThat(stored(job)).isEqualTo(kept.after());
        assertThat(kept.isNone() || !madeForOneThatWasGone.get())
                .as(
                        "no change is kept that was made for a client who was removed meanwhile: let the removal wait for the"
                                + " change, or make the move once more")
                .isTrue();
    }

    /** Starts it, unless it was started before. It may have to wait for the move that asks, so that nobody waits for it long. */
    private static boolean isEndedSoon(Thread thread) {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        try {
            thread.join(SOON_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return !thread.isAlive();
    }

    /** Refused unless the client's token is this. */
    static Job stoppedBy(String token, Job job, Optional<Client> client) {
        if (client.filter(known -> known.owns(new ClientToken(token))).isEmpty()) {
            throw new Refusal.InvalidClientToken();
        }
        return job.stop(START);
    }

    @Test
    default void nobody_looks_at_an_unknown_job() {
        assertThat(jobs().find(newJobId(), (found, client) -> {
                    throw new IllegalStateException("there is no job to look at");
                }))
                .isEmpty();
    }
}
