package dev.jobport.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.lab.record.CallSighting;
import dev.jobport.lab.record.Recorder;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Heading;
import dev.jobport.verdict.history.InjectedFault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
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

        plan.applyTo(held(Map.of()));

        assertThat(wasPlanned).isTrue();
        assertThat(plan.missed()).containsExactly("other@*");
    }

    @Test
    void a_random_choice_for_a_call_and_its_repeats_does_not_depend_on_what_others_call_meanwhile() {
        List<String> calls =
                IntStream.range(0, 20).mapToObj(number -> "job-" + number % 4).toList();
        List<String> inAnotherOrder = calls.stream().sorted().toList();

        Set<String> hit = hits(new FaultPlan(7), calls);

        assertThat(hit).isNotEmpty().hasSizeLessThan(calls.size());
        assertThat(hits(new FaultPlan(7), inAnotherOrder)).isEqualTo(hit);
        assertThat(hits(new FaultPlan(8), calls)).isNotEqualTo(hit);
    }

    /** The calls that were hit: the job, and which of the calls about it, counted from 1. */
    private static Set<String> hits(FaultPlan plan, List<String> jobs) {
        Set<String> hits = new TreeSet<>();
        Map<String, Integer> times = new HashMap<>();
        plan.add(Which.ANY.when(new When.Probably(0.5)), "noted", new Fault("noted") {
            @Override
            void applyTo(Held held, Optional<InjectedFault> hit) {
                String job = held.member("jobId");
                hits.add(job + "#" + times.get(job));
            }
        });
        plan.add(Which.ANY, "nothing", new Fault("nothing") {
            @Override
            void applyTo(Held held, Optional<InjectedFault> hit) {}
        });
        for (String job : jobs) {
            times.merge(job, 1, Integer::sum);
            plan.applyTo(held(Map.of("jobId", job)));
        }
        return hits;
    }

    private static Held held(Map<String, String> members) {
        Recorder recorder = new Recorder(new Heading(Instant.EPOCH, Set.of(), 1, "", "", Expectations.USUAL), 10);
        return new Held(
                null, recorder, null, null, new CallSighting(recorder, name -> Optional.empty(), 1, members), null);
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
