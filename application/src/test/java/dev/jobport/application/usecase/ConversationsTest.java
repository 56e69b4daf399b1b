package dev.jobport.application.usecase;

import static dev.jobport.application.usecase.UseCasesUnderTest.CALLER;
import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static dev.jobport.contracts.fixtures.Samples.WRONG_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job worker's command is one conversation with the store; a poll asks for its action type first. */
class ConversationsTest {

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();
    private final List<String> conversations = new ArrayList<>();
    private final Store store = new CountedStore(hexagon.store);
    private final ThirdPartyJobWorkers thirdParty =
            new ThirdPartyJobWorkerUseCases(store, hexagon, hexagon::now, ArtifactCredentials.NONE, (job, news) -> {});
    private final CustomJobWorkers custom =
            new CustomJobWorkerUseCases(store, hexagon, hexagon::now, ArtifactCredentials.NONE, (job, news) -> {});

    @BeforeEach
    void register_a_custom_action_type() {
        hexagon.operator.putActionType(ACCOUNT, new ActionType(CUSTOM_ACTION_TYPE, TIMING));
    }

    private List<String> conversationsOf(Runnable command) {
        conversations.clear();
        command.run();
        return List.copyOf(conversations);
    }

    private JobId aCustomJob() {
        return hexagon.pipeline
                .startActionExecution(ACCOUNT, CUSTOM_ACTION_TYPE, Optional.empty(), BARE_INPUT)
                .jobId();
    }

    private void pollCustom() {
        custom.pollForJobs(CALLER, CUSTOM_ACTION_TYPE, Map.of(), 1);
    }

    private JobId aTakenCustomJob() {
        JobId job = aCustomJob();
        pollCustom();
        custom.acknowledgeJob(CALLER, job, hexagon.nonce(job));
        return job;
    }

    @Test
    void a_poll_of_a_third_party_job_worker_is_two_and_each_other_command_is_one() {
        JobId job = hexagon.start().jobId();

        assertThat(conversationsOf(() -> thirdParty.pollForThirdPartyJobs(CALLER, ACTION_TYPE, 1)))
                .containsExactly("find", "claim");
        assertThat(conversationsOf(() -> thirdParty.getThirdPartyJobDetails(CALLER, job, CLIENT_TOKEN)))
                .containsExactly("find");
        Nonce nonce = hexagon.nonce(job);
        assertThat(conversationsOf(() -> thirdParty.acknowledgeThirdPartyJob(CALLER, job, nonce, CLIENT_TOKEN)))
                .containsExactly("update");
        assertThat(conversationsOf(
                        () -> thirdParty.putThirdPartyJobSuccessResult(CALLER, job, CLIENT_TOKEN, goingOn("t"))))
                .containsExactly("update");
        JobId another = hexagon.startAndTake();
        assertThat(conversationsOf(
                        () -> thirdParty.putThirdPartyJobFailureResult(CALLER, another, CLIENT_TOKEN, FAILURE)))
                .containsExactly("update");
    }

    @Test
    void a_poll_of_a_custom_job_worker_is_two_and_each_other_command_is_one() {
        JobId job = aCustomJob();

        assertThat(conversationsOf(this::pollCustom)).containsExactly("find", "claim");
        assertThat(conversationsOf(() -> custom.getJobDetails(CALLER, job))).containsExactly("find");
        Nonce nonce = hexagon.nonce(job);
        assertThat(conversationsOf(() -> custom.acknowledgeJob(CALLER, job, nonce)))
                .containsExactly("update");
        assertThat(conversationsOf(() -> custom.putJobSuccessResult(CALLER, job, COMPLETE)))
                .containsExactly("update");
        JobId another = aTakenCustomJob();
        assertThat(conversationsOf(() -> custom.putJobFailureResult(CALLER, another, FAILURE)))
                .containsExactly("update");
    }

    @Test
    void a_command_that_is_refused_is_one_too() {
        JobId job = hexagon.startAndPoll();
        JobId customJob = aCustomJob();

        assertThat(conversationsOf(() -> assertThatThrownBy(
                                () -> thirdParty.acknowledgeThirdPartyJob(CALLER, job, UNKNOWN_NONCE, WRONG_TOKEN))
                        .isInstanceOf(Refusal.InvalidClientToken.class)))
                .containsExactly("update");
        assertThat(conversationsOf(
                        () -> assertThatThrownBy(() -> custom.putJobSuccessResult(CALLER, customJob, COMPLETE))
                                .isInstanceOf(Refusal.InvalidJobState.class)))
                .containsExactly("update");
    }

    @Test
    void an_id_is_minted_only_for_a_job_that_follows() {
        JobId job = aTakenCustomJob();
        JobId goesOn = aTakenCustomJob();

        int before = hexagon.minted();
        custom.putJobSuccessResult(CALLER, job, COMPLETE);
        assertThat(hexagon.minted()).isEqualTo(before);
        custom.putJobSuccessResult(CALLER, goesOn, goingOn("t"));
        assertThat(hexagon.minted()).isEqualTo(before + 1);
    }

    /** Notes what is asked of the store, and asks it. */
    private final class CountedStore implements Store {

        private final Store inner;

        CountedStore(Store inner) {
            this.inner = inner;
        }

        private <T> T counted(Class<T> port, T part) {
            Object proxy =
                    Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                        conversations.add(method.getName());
                        try {
                            return method.invoke(part, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            return port.cast(proxy);
        }

        @Override
        public JobRepository jobs() {
            return counted(JobRepository.class, inner.jobs());
        }

        @Override
        public JobHistory history() {
            return counted(JobHistory.class, inner.history());
        }

        @Override
        public ActionTypeRepository actionTypes() {
            return counted(ActionTypeRepository.class, inner.actionTypes());
        }

        @Override
        public ClientRepository clients() {
            return counted(ClientRepository.class, inner.clients());
        }

        @Override
        public InstantSource time() {
            return inner.time();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
