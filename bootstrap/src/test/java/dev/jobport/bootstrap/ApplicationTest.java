package dev.jobport.bootstrap;

import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkerPort;
import dev.jobport.application.driving.OperatorPort;
import dev.jobport.application.driving.PipelinePort;
import dev.jobport.application.driving.ThirdPartyJobWorkerPort;
import dev.jobport.application.usecase.ClockUseCases;
import dev.jobport.application.usecase.CustomJobWorkerUseCases;
import dev.jobport.application.usecase.OperatorUseCases;
import dev.jobport.application.usecase.OutcomeWatch;
import dev.jobport.application.usecase.PipelineUseCases;
import dev.jobport.application.usecase.ThirdPartyJobWorkerUseCases;
import dev.jobport.contracts.ManualTime;
import dev.jobport.contracts.worker.AccessContract;
import dev.jobport.contracts.worker.CustomJobWorkerContract;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.contracts.worker.SeparationContract;
import dev.jobport.contracts.worker.ThirdPartyJobWorkerContract;
import dev.jobport.domain.Account;
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

    private abstract static class World implements JobWorkerWorld {

        private static final Account ACCOUNT = new Account("123456789012", "eu-west-1");

        private final ManualTime time = new ManualTime(Instant.parse("2026-01-02T03:04:05.678Z"));
        private final Store store = new MemoryStore();
        private final OutcomeWatch watch = new OutcomeWatch();
        private final JobObserver nobody = job -> {};
        private final ArtifactCredentials credentials = action -> Optional.of(CREDENTIALS);
        private final RandomIdentifiers identifiers = new RandomIdentifiers();

        @Override
        public ThirdPartyJobWorkerPort thirdParty() {
            return new ThirdPartyJobWorkerUseCases(store, identifiers, time, credentials, nobody);
        }

        @Override
        public CustomJobWorkerPort custom() {
            return new CustomJobWorkerUseCases(store, identifiers, time, credentials, nobody);
        }

        @Override
        public Caller caller() {
            return Caller.anyone(ACCOUNT);
        }

        @Override
        public Caller stranger() {
            return new Caller("stranger", ACCOUNT, Set.of(STRANGERS), Optional.empty());
        }

        @Override
        public List<Caller> foreigners() {
            return List.of(
                    Caller.anyone(new Account("210987654321", ACCOUNT.region())),
                    Caller.anyone(new Account(ACCOUNT.id(), "us-east-1")));
        }

        @Override
        public PipelinePort pipeline() {
            return new PipelineUseCases(store, identifiers, time, nobody, watch);
        }

        @Override
        public OperatorPort operator() {
            return new OperatorUseCases(store, identifiers);
        }

        @Override
        public void pass(Duration duration) {
            time.pass(duration);
            new ClockUseCases(store, time, nobody, watch, Duration.ofDays(90)).tick();
        }
    }
}
