package dev.jobport.conformance;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.contracts.worker.ThirdPartyWorker;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.util.List;
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
        asked.belongings().remove();
    }

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
        return endpoint().administrator().orElse(caller());
    }

    @Override
    public Caller mereWorker() {
        asked.need(Capability.SECOND_CALLER);
        return caller();
    }

    @Override
    public Pipelines pipeline() {
        asked.need(Capability.START_ACTIONS);
        return endpoint().control().orElseThrow().pipelines();
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
        if (!endpoint().passTime().orElseThrow().pass(duration)) {
            throw asked.notes().missing(Capability.PASS_TIME);
        }
    }
}
