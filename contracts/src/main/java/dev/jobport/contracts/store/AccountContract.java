package dev.jobport.contracts.store;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_REGION;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A store keeps several accounts, and an account in several regions, apart, though they use the same names. */
public interface AccountContract extends StoreUnderTest {

    List<Account> ACCOUNTS = List.of(ACCOUNT, OTHER_ACCOUNT, OTHER_REGION);

    private static ActionType anActionType(Account account) {
        Duration duration = Duration.ofSeconds(1 + ACCOUNTS.indexOf(account));
        return new ActionType(ACTION_TYPE, new Timing(duration, duration, duration, duration));
    }

    private static Client aClient(Account account) {
        return Client.register(CLIENT, new ClientToken("token of " + account));
    }

    @Test
    default void each_account_has_action_types_of_its_own_under_the_same_id() {
        store().actionTypes().put(ACCOUNT, anActionType(ACCOUNT));
        assertThat(store().actionTypes().find(OTHER_ACCOUNT, ACTION_TYPE)).isEmpty();
        assertThat(store().actionTypes().list(OTHER_REGION, "", 1_000)).isEmpty();

        ACCOUNTS.forEach(account -> store().actionTypes().put(account, anActionType(account)));
        assertThat(ACCOUNTS).allSatisfy(account -> {
            assertThat(store().actionTypes().find(account, ACTION_TYPE)).contains(anActionType(account));
            assertThat(store().actionTypes().list(account, "", 1_000)).containsExactly(anActionType(account));
        });
    }

    @Test
    default void each_account_has_clients_of_its_own_under_the_same_id() {
        assertThat(store().clients().addIfAbsent(ACCOUNT, aClient(ACCOUNT))).isTrue();
        assertThat(store().clients().find(OTHER_ACCOUNT, CLIENT)).isEmpty();
        assertThat(store().clients().list(OTHER_REGION, "", 1_000)).isEmpty();

        assertThat(store().clients().addIfAbsent(OTHER_ACCOUNT, aClient(OTHER_ACCOUNT)))
                .isTrue();
        assertThat(store().clients().addIfAbsent(OTHER_REGION, aClient(OTHER_REGION)))
                .isTrue();
        assertThat(ACCOUNTS).allSatisfy(account -> {
            assertThat(store().clients().find(account, CLIENT)).contains(aClient(account));
            assertThat(store().clients().list(account, "", 1_000)).containsExactly(CLIENT);
        });
    }

    @Test
    default void a_job_is_claimed_by_its_own_account_only_also_when_it_is_offered_again() {
        Job job = given(aJob().of(OTHER_ACCOUNT)).get(0);
        assertThat(claim(ACCOUNT, START)).isEmpty();
        assertThat(claim(OTHER_REGION, START)).isEmpty();
        assertThat(claim(OTHER_ACCOUNT, START)).extracting(Job::id).containsExactly(job.id());

        Instant lapsed = START.plus(TIMING.dispatchLease());
        assertThat(claim(ACCOUNT, lapsed)).isEmpty();
        assertThat(claim(OTHER_REGION, lapsed)).isEmpty();
        assertThat(claim(OTHER_ACCOUNT, lapsed)).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(job.id());
            assertThat(again.action().account()).isEqualTo(OTHER_ACCOUNT);
            assertThat(stored(again)).isEqualTo(again);
        });
    }

    private List<Job> claim(Account account, Instant now) {
        return after(jobs().claim(new JobQueue(account, ACTION_TYPE), 10, now, job -> job.dispatch(newNonce(), now)));
    }

    @Test
    default void jobs_and_actions_are_listed_for_their_own_account_only() {
        List<JobId> added = inTurn(3);

        for (Account account : ACCOUNTS) {
            List<JobId> own = own(account, added);
            assertThat(pages(page -> history().list(account, Optional.empty(), page)))
                    .isEqualTo(own);
            assertThat(pages(page -> history().list(account, Optional.of(JobStatus.Queued), page)))
                    .isEqualTo(own);
            assertThat(pages(page -> history().lastOfActions(account, page))).isEqualTo(own);
        }
    }

    @Test
    default void a_job_that_changes_stays_in_its_accounts_lists() {
        List<JobId> added = inTurn(2);
        JobId failing = own(OTHER_REGION, added).get(0);
        Job inProgress = inProgress(jobs().find(failing).orElseThrow());
        jobs().update(inProgress.id(), job -> Change.of(job, job.fail(FAILURE, START)));

        assertThat(pages(page -> history().list(OTHER_REGION, Optional.of(JobStatus.Failed), page)))
                .containsExactly(failing);
        assertThat(pages(page -> history().list(ACCOUNT, Optional.of(JobStatus.Failed), page)))
                .isEmpty();
        assertThat(pages(page -> history().list(OTHER_REGION, Optional.empty(), page)))
                .isEqualTo(own(OTHER_REGION, added));
    }

    /** Newest first; a job of each account in turn. */
    private List<JobId> inTurn(int rounds) {
        List<JobId> added = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            for (Account account : ACCOUNTS) {
                added.add(0, given(aJob().of(account)).get(0).id());
            }
        }
        return added;
    }

    private List<JobId> own(Account account, List<JobId> ids) {
        return ids.stream()
                .filter(id -> jobs().find(id).orElseThrow().action().account().equals(account))
                .toList();
    }

    private static List<JobId> pages(Function<PageRequest, Page<Job>> list) {
        return everyPage(1, list).stream().map(Job::id).toList();
    }

    @Test
    default void the_backlog_tells_accounts_apart() {
        inTurn(2);
        dispatched(given(aJob().of(OTHER_REGION)).get(0));

        assertThat(history().backlog())
                .containsExactlyInAnyOrder(
                        new Backlog(ACCOUNT, ACTION_TYPE, JobStatus.Queued, 2, START),
                        new Backlog(OTHER_ACCOUNT, ACTION_TYPE, JobStatus.Queued, 2, START),
                        new Backlog(OTHER_REGION, ACTION_TYPE, JobStatus.Queued, 2, START),
                        new Backlog(OTHER_REGION, ACTION_TYPE, JobStatus.Dispatched, 1, START));
    }

    @Test
    default void the_clock_and_the_retention_are_for_all_accounts() {
        List<JobId> added = inTurn(1);
        Instant deadline = START.plus(TIMING.actionTimeout());

        assertThat(after(jobs().advance(deadline, 10, job -> job.at(deadline))))
                .extracting(Job::id)
                .containsExactlyInAnyOrderElementsOf(added);
        history().removeEnded(deadline.plusMillis(1), 10);

        assertThat(added).allSatisfy(id -> assertThat(jobs().find(id)).isEmpty());
        assertThat(ACCOUNTS)
                .allSatisfy(account -> assertThat(pages(page -> history().lastOfActions(account, page)))
                        .isEmpty());
    }
}
