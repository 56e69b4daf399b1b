package dev.jobport.lab;

import dev.jobport.adapters.identity.AccessKey;
import dev.jobport.adapters.wire.client.SdkClients;
import dev.jobport.adapters.wire.client.SdkJobWorker;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.contracts.actiontypes.ActionTypeContract;
import dev.jobport.contracts.fixtures.Samples;
import dev.jobport.contracts.transport.JobWorkerTransportContract;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The lab is held to what a server is held to, through the same client of the AWS SDK. */
class LabKeepsTheContractTest extends JobWorkerTransportContract {

    @Override
    protected JobWorkerWorld open() {
        return new LabWorld();
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfActionTypes extends LabWorld implements ActionTypeContract {

        @AfterAll
        void stop() {
            close();
        }
    }

    /** A lab whose time passes only when a test says so, and several who call. */
    private static class LabWorld implements JobWorkerWorld, AutoCloseable {

        private static final Account ACCOUNT = new Account("000000000000", "us-east-1");
        private static final Account OTHER_REGION = new Account(ACCOUNT.id(), "eu-west-1");
        private static final Caller PARTNER = caller("AKIDPARTNER", ACCOUNT, ActionTypePattern.ANY);
        private static final Caller STRANGER = caller("AKIDSTRANGER", ACCOUNT, STRANGERS);
        private static final Caller FOREIGNER =
                caller("AKIDFOREIGNER", new Account("210987654321", ACCOUNT.region()), ActionTypePattern.ANY);
        private static final Caller ELSEWHERE = caller(PARTNER.name(), OTHER_REGION, ActionTypePattern.ANY);
        private static final Caller ADMINISTRATOR =
                new Caller("AKIDADMINISTRATOR", ACCOUNT, Set.of(), true, Optional.empty());

        private final Lab lab = Lab.builder()
                .like(
                        List.of(ACCOUNT, OTHER_REGION),
                        List.of(key(PARTNER), key(STRANGER), key(FOREIGNER), key(ADMINISTRATOR)),
                        InstantSource.fixed(Samples.START),
                        action -> Optional.of(CREDENTIALS))
                .start();
        private final SdkJobWorker worker =
                new SdkJobWorker(SdkClients.connect(lab.endpoint(), InstantSource.system(), PARTNER));

        private static Caller caller(String name, Account account, ActionTypePattern allowed) {
            return new Caller(name, account, Set.of(allowed), false, Optional.empty());
        }

        private static AccessKey key(Caller caller) {
            return new AccessKey(
                    caller.name(),
                    SdkClients.secretOf(caller),
                    Optional.empty(),
                    Optional.of(caller.account().id()),
                    caller.actionTypes(),
                    caller.control());
        }

        @Override
        public ThirdPartyJobWorkers thirdParty() {
            return worker;
        }

        @Override
        public CustomJobWorkers custom() {
            return worker;
        }

        @Override
        public Caller caller() {
            return PARTNER;
        }

        @Override
        public Caller stranger() {
            return STRANGER;
        }

        @Override
        public List<Caller> foreigners() {
            return List.of(FOREIGNER, ELSEWHERE);
        }

        @Override
        public ActionTypes actionTypes() {
            return worker.actionTypes();
        }

        @Override
        public Caller administrator() {
            return ADMINISTRATOR;
        }

        @Override
        public Pipelines pipeline() {
            return lab.world().ports().pipelines();
        }

        @Override
        public Operators operator() {
            return lab.world().ports().operators();
        }

        @Override
        public void pass(Duration duration) {
            lab.time().advance(duration);
        }

        @Override
        public void close() {
            worker.close();
            lab.close();
        }
    }
}
