package dev.jobport.bootstrap;

import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driving.Monitoring;
import dev.jobport.contracts.actiontypes.ActionTypeContract;
import dev.jobport.contracts.monitoring.MonitoringContract;
import dev.jobport.contracts.operator.OperatorContract;
import dev.jobport.contracts.pipeline.PipelineContract;
import dev.jobport.contracts.transport.BareWorld;
import dev.jobport.contracts.transport.CustomTransportContract;
import dev.jobport.contracts.transport.ThirdPartyTransportContract;
import org.junit.jupiter.api.Nested;

/** The bare application, without any transport, keeps the contracts of all driving ports. */
class ApplicationTest {

    private abstract static class OnMemory extends BareWorld {
        OnMemory() {
            super(new MemoryStore());
        }
    }

    @Nested
    class OfThirdPartyJobWorkers extends OnMemory implements ThirdPartyTransportContract {}

    @Nested
    class OfCustomJobWorkers extends OnMemory implements CustomTransportContract {}

    @Nested
    class OfActionTypes extends OnMemory implements ActionTypeContract {}

    @Nested
    class OfPipelines extends OnMemory implements PipelineContract {}

    @Nested
    class OfOperators extends OnMemory implements OperatorContract {}

    @Nested
    class OfMonitoring extends OnMemory implements MonitoringContract {
        @Override
        public Monitoring monitoring() {
            return ports().monitoring();
        }
    }
}
