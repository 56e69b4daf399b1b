package dev.jobport.contracts.transport;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_REGION;

import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A world for the contracts that is the bare application itself. A transport's test extends it and puts its clients in the
 * place of those ports that the transport carries.
 */
public class BareWorld implements JobWorkerWorld, AutoCloseable {

    private final BareApplication application;

    /** @param store an empty one, which this closes */
    public BareWorld(Store store) {
        this.application = new BareApplication(store);
    }

    /** What a transport is plugged into. */
    protected final DrivingPorts ports() {
        return application.ports();
    }

    /** All callers of this world: a transport has to tell them apart. */
    public static List<Caller> callers() {
        return List.of(CALLER, STRANGER, ADMINISTRATOR, FOREIGNER, CALLER_ELSEWHERE);
    }

    private static final Caller CALLER = caller("caller", ACCOUNT, ActionTypePattern.ANY);
    private static final Caller STRANGER = caller("stranger", ACCOUNT, STRANGERS);
    private static final Caller ADMINISTRATOR = new Caller("administrator", ACCOUNT, Set.of(), true, Optional.empty());
    private static final Caller FOREIGNER = caller("foreigner", OTHER_ACCOUNT, ActionTypePattern.ANY);
    private static final Caller CALLER_ELSEWHERE = caller("caller-elsewhere", OTHER_REGION, ActionTypePattern.ANY);

    private static Caller caller(String name, Account account, ActionTypePattern actionTypes) {
        return new Caller(name, account, Set.of(actionTypes), false, Optional.empty());
    }

    @Override
    public ThirdPartyJobWorkers thirdParty() {
        return ports().thirdParty();
    }

    @Override
    public CustomJobWorkers custom() {
        return ports().custom();
    }

    @Override
    public Caller caller() {
        return CALLER;
    }

    @Override
    public Caller stranger() {
        return STRANGER;
    }

    @Override
    public List<Caller> foreigners() {
        return List.of(FOREIGNER, CALLER_ELSEWHERE);
    }

    @Override
    public ActionTypes actionTypes() {
        return ports().actionTypes();
    }

    @Override
    public Caller administrator() {
        return ADMINISTRATOR;
    }

    @Override
    public Pipelines pipeline() {
        return ports().pipelines();
    }

    @Override
    public Operators operator() {
        return ports().operators();
    }

    @Override
    public void pass(Duration duration) {
        application.pass(duration);
    }

    @Override
    public void close() {
        application.close();
    }
}
