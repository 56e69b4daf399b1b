package dev.jobport.lab.faults.real;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The ports with something before or after what is asked of those for job workers. */
final class PortsInFront {

    private PortsInFront() {}

    /** Nobody hears by which invocation they are asked, so none can be known again. */
    static DrivingPorts thatForgetInvocations(DrivingPorts real) {
        return around(real, caller -> caller.in(Optional.empty()), answer -> answer);
    }

    /** They do what they are asked, and then fail. */
    static DrivingPorts thatFailAfterwards(DrivingPorts real) {
        return around(real, UnaryOperator.identity(), answer -> {
            throw new IllegalStateException("The lab lets the server fail now.");
        });
    }

    private static DrivingPorts around(
            DrivingPorts real, UnaryOperator<Caller> asking, UnaryOperator<Object> answering) {
        return new DrivingPorts(
                around(ThirdPartyJobWorkers.class, real.thirdParty(), asking, answering),
                around(CustomJobWorkers.class, real.custom(), asking, answering),
                real.actionTypes(),
                real.pipelines(),
                real.operators(),
                real.monitoring());
    }

    private static <T> T around(Class<T> port, T real, UnaryOperator<Caller> asking, UnaryOperator<Object> answering) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    Object[] asked = arguments.clone();
                    asked[0] = asking.apply((Caller) asked[0]);
                    try {
                        return answering.apply(method.invoke(real, asked));
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                }));
    }
}
