package dev.jobport.contracts.worker;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobReport;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Separation: for an account, and for the same account in another region, nothing of the others' exists. */
public interface SeparationContract extends FamilyWorld {

    private void registerEverywhere(Worker worker) {
        foreigners()
                .forEach(foreigner ->
                        operator().putActionType(foreigner.account(), new ActionType(worker.actionType(), TIMING)));
    }

    @Test
    @Clause(
            id = "ACCOUNT-1",
            source = Source.DOC,
            where = "User Guide, custom actions: an action type belongs to its account and region")
    default void a_job_is_offered_to_its_own_account_only_though_others_have_the_same_action_type() {
        Worker worker = worker();
        registerEverywhere(worker);
        JobId job = worker.start().jobId();

        assertThat(foreigners())
                .isNotEmpty()
                .allSatisfy(foreigner -> assertThat(worker.poll(foreigner, worker.actionType(), 10))
                        .isEmpty());
        assertThat(worker.pollOne()).isEqualTo(job);

        pass(TIMING.dispatchLease());
        assertThat(foreigners())
                .allSatisfy(foreigner -> assertThat(worker.poll(foreigner, worker.actionType(), 10))
                        .isEmpty());
        assertThat(worker.pollOne()).isEqualTo(job);
    }

    @Test
    @Clause(
            id = "ACCOUNT-2",
            source = Source.DOC,
            where = "User Guide, custom actions: an action type belongs to its account and region")
    default void an_action_type_exists_in_its_own_account_only() {
        Worker worker = worker();

        assertThat(foreigners()).allSatisfy(foreigner -> {
            assertThatThrownBy(() -> worker.poll(foreigner, worker.actionType(), 10))
                    .isInstanceOf(Refusal.ActionTypeNotFound.class);
            assertThatThrownBy(() -> operator().actionType(foreigner.account(), worker.actionType()))
                    .isInstanceOf(Refusal.ActionTypeNotFound.class);
            assertThat(everyPage(page -> operator().actionTypes(foreigner.account(), page)))
                    .extracting(ActionType::id)
                    .doesNotContain(worker.actionType());
        });
        assertThat(everyPage(page -> operator().actionTypes(account(), page)))
                .extracting(ActionType::id)
                .contains(worker.actionType());
    }

    @Test
    @Clause(
            id = "ACCOUNT-3",
            source = Source.SEEN,
            where = "recordings of the service: JobNotFoundException for a job of another account")
    default void for_a_foreigner_who_knows_all_of_a_job_it_does_not_exist_and_stays_as_it_is() {
        Worker worker = worker();
        registerEverywhere(worker);
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();
        doesNotExistForForeigners(worker, job, nonce);
        worker.stands(job, JobStatus.Dispatched);

        worker.acknowledge(job, nonce);
        doesNotExistForForeigners(worker, job, nonce);
        worker.stands(job, JobStatus.InProgress);
    }

    private void doesNotExistForForeigners(Worker worker, JobId job, Nonce nonce) {
        for (Caller foreigner : foreigners()) {
            worker.tries(foreigner, job, nonce)
                    .forEach(command -> assertThatThrownBy(command).isInstanceOf(Refusal.JobNotFound.class));
            assertThatThrownBy(() -> pipeline().job(foreigner.account(), job)).isInstanceOf(Refusal.JobNotFound.class);
        }
    }

    @Test
    @Clause(id = "ACCOUNT-4", source = Source.OURS, where = "decision 26")
    default void actions_and_jobs_are_shown_to_their_own_account_only() {
        Worker worker = worker();
        var started = worker.start();
        ActionExecutionId action = started.actionExecutionId();
        PageRequest page = new PageRequest(1, Optional.empty());

        assertThat(foreigners()).extracting(Caller::account).allSatisfy(other -> {
            assertThatThrownBy(() -> pipeline().actionExecution(other, action))
                    .isInstanceOf(Refusal.ActionExecutionNotFound.class);
            assertThat(pipeline().actionExecutions(other, page).items())
                    .extracting(ActionExecutionSummary::id)
                    .doesNotContain(action);
            for (Optional<JobStatus> status : List.of(Optional.<JobStatus>empty(), Optional.of(JobStatus.Queued))) {
                assertThat(pipeline().jobs(other, status, page).items())
                        .extracting(JobReport::id)
                        .doesNotContain(started.jobId());
            }
        });
        assertThat(pipeline().actionExecutions(account(), page).items())
                .extracting(ActionExecutionSummary::id)
                .containsExactly(action);
        assertThat(pipeline().jobs(account(), Optional.empty(), page).items())
                .extracting(JobReport::id)
                .containsExactly(started.jobId());
    }

    @Test
    @Clause(id = "ACCOUNT-5", source = Source.OURS, where = "decision 26")
    default void each_account_may_have_a_client_of_the_same_id_and_of_another_token() {
        var own = operator().registerClient(account(), Optional.empty(), Optional.empty());

        for (Caller foreigner : foreigners()) {
            Account other = foreigner.account();
            assertThat(registered(other)).doesNotContain(own.clientId());
            var theirs = operator().registerClient(other, Optional.of(own.clientId()), Optional.empty());
            assertThat(theirs.clientToken()).isNotEqualTo(own.clientToken());
            assertThat(registered(other)).contains(own.clientId());
        }
    }

    private List<ClientId> registered(Account account) {
        return everyPage(page -> operator().clients(account, page));
    }
}
