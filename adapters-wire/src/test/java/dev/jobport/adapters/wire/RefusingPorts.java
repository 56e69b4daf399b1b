package dev.jobport.adapters.wire;

import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Monitoring;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.Refusal;
import java.lang.reflect.Proxy;

/** Driving ports that count what they are asked, and fail it as the test says. */
final class RefusingPorts {

    private RuntimeException failure = new Refusal.RequestFailed("refused");
    private int calls;

    DrivingPorts drivingPorts() {
        return new DrivingPorts(
                refusing(ThirdPartyJobWorkers.class),
                refusing(CustomJobWorkers.class),
                refusing(ActionTypes.class),
                refusing(Pipelines.class),
                refusing(Operators.class),
                refusing(Monitoring.class));
    }

    /** Counts from 0 again. */
    void fail(RuntimeException with) {
        failure = with;
        calls = 0;
    }

    int calls() {
        return calls;
    }

    private <T> T refusing(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (it, method, args) -> {
            calls++;
            throw failure;
        }));
    }
}
