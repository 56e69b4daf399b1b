package dev.jobport.conformance;

import static dev.jobport.contracts.fixtures.Samples.configuredInput;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.contracts.worker.Started;
import dev.jobport.contracts.worker.ThirdPartyWorker;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The world of the contracts at any endpoint. What the endpoint is not said to be capable of makes a clause not applicable. */
@ExtendWith(AskedParameter.class)
abstract class EndpointWorld implements JobWorkerWorld {

    private final Asked asked;

    EndpointWorld(Asked asked) {
        this.asked = asked;
    }

    final Asked asked() {
        return asked;
    }

    private Endpoint endpoint() {
        return asked.endpoint();
    }

    @AfterEach
    void leaveNothingBehind() {
        asked.notes().over();
        asked.belongings().remove();
    }

    /** Another server has words of its own. */
    @Override
    public void says(AbstractThrowableAssert<?, ?> refusal, String text) {}

    @Override
    public ThirdPartyJobWorkers thirdParty() {
        asked.need(Capability.THIRD_PARTY);
        return asked.workers();
    }

    @Override
    public ThirdPartyWorker thirdPartyWorker(Timing timing) {
        asked.need(Capability.THIRD_PARTY);
        return JobWorkerWorld.super.thirdPartyWorker(timing);
    }

    @Override
    public CustomJobWorkers custom() {
        return asked.workers();
    }

    @Override
    public Caller caller() {
        return endpoint().caller();
    }

    @Override
    public Caller stranger() {
        asked.need(Capability.SECOND_CALLER);
        return endpoint().stranger().orElseThrow();
    }

    @Override
    public List<Caller> foreigners() {
        asked.need(Capability.OTHER_ACCOUNT);
        return endpoint().foreigners();
    }

    @Override
    public ActionTypes actionTypes() {
        return asked.actionTypes();
    }

    @Override
    public Caller administrator() {
        asked.need(Capability.REGISTER_TYPES);
        return endpoint().administering();
    }

    @Override
    public Caller mereWorker() {
        asked.need(Capability.SECOND_CALLER);
        return caller();
    }

    @Override
    public Pipelines pipeline() {
        asked.need(endpoint().starting().isEmpty() ? Capability.START_ACTIONS : Capability.CONTROL);
        return endpoint().control().orElseThrow().pipelines();
    }

    @Override
    public Started start(Account account, ActionTypeId type, Optional<ClientId> clientId, ActionInput input) {
        if (asked.starter().isEmpty()) {
            return JobWorkerWorld.super.start(account, type, clientId, input);
        }
        boolean onlyConfigured = input.equals(configuredInput(input.configuration()));
        if (!asked.isOwn(account) || clientId.isPresent() || !onlyConfigured) {
            throw asked.notes().missing(Capability.CONTROL);
        }
        return asked.starter().orElseThrow().start(type, input.configuration());
    }

    @Override
    public <T> List<T> due(Supplier<List<T>> poll) {
        return asked.starter()
                .map(it -> it.patience()
                        .until(() -> Optional.of(poll.get()).filter(jobs -> !jobs.isEmpty()))
                        .orElse(List.of()))
                .orElseGet(() -> JobWorkerWorld.super.due(poll));
    }

    @Override
    public boolean showsJobs() {
        boolean shows = endpoint().starting().isEmpty() || endpoint().has(Capability.CONTROL);
        if (!shows) {
            asked.notes().notLookedAt();
        }
        return shows;
    }

    @Override
    public Operators operator() {
        return asked.operators();
    }

    @Override
    public AwsSessionCredentials artifactCredentials() {
        asked.need(Capability.ARTIFACT_CREDENTIALS);
        return CREDENTIALS;
    }

    @Override
    public void pass(Duration duration) {
        asked.need(Capability.PASS_TIME);
        if (!duration.equals(MOMENT)) {
            asked.need(Capability.CONTROL); // the times of action types are known where they are set
        }
        if (!endpoint().passTime().orElseThrow().pass(duration)) {
            throw asked.notes().missing(Capability.PASS_TIME);
        }
    }
}
