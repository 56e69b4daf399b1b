package dev.jobport.bootstrap;

import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.application.usecase.ActionTypeUseCases;
import dev.jobport.application.usecase.ClockUseCases;
import dev.jobport.application.usecase.CustomJobWorkerUseCases;
import dev.jobport.application.usecase.OperatorUseCases;
import dev.jobport.application.usecase.OutcomeWatch;
import dev.jobport.application.usecase.PipelineUseCases;
import dev.jobport.application.usecase.ThirdPartyJobWorkerUseCases;
import dev.jobport.contracts.ManualTime;
import dev.jobport.contracts.worker.AccessContract;
import dev.jobport.contracts.worker.ActionTypeContract;
import dev.jobport.contracts.worker.CustomJobWorkerContract;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.contracts.worker.SeparationContract;
import dev.jobport.contracts.worker.ThirdPartyJobWorkerContract;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionTypePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The bare application, without any transport, keeps the contracts of both families of job workers. */
class ApplicationTest {

    @Nested
    class ThirdParty extends World implements ThirdPartyJobWorkerContract, AccessContract, SeparationContract {}

    @Nested
    class Custom extends World implements CustomJobWorkerContract, AccessContract, SeparationContract {}

    @Nested
    class OfActionTypes extends World implements ActionTypeContract {}

    private abstract static class World implements JobWorkerWorld {

        private static final Account ACCOUNT = new Account("123456789012", "eu-west-1");

        private final ManualTime time = new ManualTime(Instant.parse("2026-01-02T03:04:05.678Z"));
        private final Store store = new MemoryStore();
        private final OutcomeWatch watch = new OutcomeWatch();
        private final JobObserver nobody = job -> {};
        private final ArtifactCredentials credentials = action -> Optional.of(CREDENTIALS);
        private final RandomIdentifiers identifiers = new RandomIdentifiers();

        @Override
        public ThirdPartyJobWorkers thirdParty() {
            return new ThirdPartyJobWorkerUseCases(store, identifiers, time, credentials, nobody);
        }

        @Override
        public CustomJobWorkers custom() {
            return new CustomJobWorkerUseCases(store, identifiers, time, credentials, nobody);
        }

        @Override
        public Caller caller() {
            return new Caller("caller", ACCOUNT, Set.of(ActionTypePattern.ANY), false, Optional.empty());
        }

        @Override
        public Caller stranger() {
            return new Caller("stranger", ACCOUNT, Set.of(STRANGERS), false, Optional.empty());
        }

        @Override
        public List<Caller> foreigners() {
            return List.of(
                    Caller.anyone(new Account("210987654321", ACCOUNT.region())),
                    Caller.anyone(new Account(ACCOUNT.id(), "us-east-1")));
        }

        @Override
        public Pipelines pipeline() {
            return new PipelineUseCases(store, identifiers, time, nobody, watch);
        }

        @Override
        public Operators operator() {
            return new OperatorUseCases(store, identifiers);
        }

        @Override
        public ActionTypes actionTypes() {
            return new ActionTypeUseCases(store);
        }

        @Override
        public Caller administrator() {
            return new Caller("administrator", ACCOUNT, Set.of(), true, Optional.empty());
        }

        @Override
        public void pass(Duration duration) {
            time.pass(duration);
            new ClockUseCases(store, time, nobody, watch, Duration.ofDays(90)).tick();
        }
    }
}
