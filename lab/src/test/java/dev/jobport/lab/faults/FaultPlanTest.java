package dev.jobport.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.lab.record.CallSighting;
import dev.jobport.lab.record.Recorder;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Heading;
import dev.jobport.verdict.history.InjectedFault;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the plan of a lab's faults allows to happen at the same time. */
class FaultPlanTest {

    private static final int PLENTY_MILLIS = 10_000;

    private final FaultPlan plan = new FaultPlan(1);
    private boolean wasPlanned;

    /** Whoever starts an action with faults holds the world, for which a fault may wait that looks whether it fits. */
    @Test
    void faults_are_planned_while_another_looks_whether_it_fits() {
        plan.add(Which.ANY, "patient", new Fault("patient") {
            @Override
            protected boolean fits(Held held) {
                Thread other = new Thread(() -> plan.add(Which.ANY, "other", new Fault("other")));
                other.start();
                wasPlanned = hasEnded(other);
                return true;
            }

            @Override
            void applyTo(Held held, Optional<InjectedFault> hit) {}
        });
        Recorder recorder = new Recorder(new Heading(Instant.EPOCH, Set.of(), 1, "", "", Expectations.USUAL), 10);

        plan.applyTo(new Held(
                null, recorder, null, null, new CallSighting(recorder, name -> Optional.empty(), 1, Map.of()), null));

        assertThat(wasPlanned).isTrue();
        assertThat(plan.missed()).containsExactly("other@*");
    }

    private static boolean hasEnded(Thread thread) {
        try {
            thread.join(PLENTY_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return !thread.isAlive();
    }
}
