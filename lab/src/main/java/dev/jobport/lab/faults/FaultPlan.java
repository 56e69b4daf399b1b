package dev.jobport.lab.faults;

import dev.jobport.verdict.history.InjectedFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All faults of a lab. Of those that are for the same call, the one that was planned first happens. */
public final class FaultPlan {

    private final long seed;

    /** Planned without a lock: an action is started together with its faults while nothing else happens in the world. */
    private final List<Planned> planned = new CopyOnWriteArrayList<>();

    private final Map<String, Long> hits = new HashMap<>();

    /** A fault, for whom it is, and how often both met. */
    private static final class Planned {

        private final Which which;
        private final Fault fault;
        private final String text;
        private final Map<Object, Integer> calls = new HashMap<>();
        private volatile int hits;

        private Planned(Which which, Fault fault, String text) {
            this.which = which;
            this.fault = fault;
            this.text = text;
        }
    }

    public FaultPlan(long seed) {
        this.seed = seed;
    }

    /** @param name of the fault with its argument, as in {@code slow-answer(2s)} */
    public void add(Which which, String name, Fault fault) {
        planned.add(new Planned(which, fault, name + "@" + which));
    }

    public void clear() {
        planned.clear();
    }

    /** All that are planned, as texts. */
    public List<String> all() {
        return planned.stream().map(it -> it.text).toList();
    }

    /** Those that never happened. */
    public List<String> missed() {
        return planned.stream().filter(it -> it.hits == 0).map(it -> it.text).toList();
    }

    /** Does to a request what is planned for it. */
    public void applyTo(Held held) {
        try {
            Optional<Planned> meant = next(held);
            if (meant.isEmpty()) {
                Fault.NONE.applyTo(held, Optional.empty());
            } else {
                Fault fault = meant.get().fault;
                fault.applyTo(held, Optional.of(hit(fault)));
            }
        } finally {
            held.sighting().over();
        }
    }

    private synchronized InjectedFault hit(Fault fault) {
        return new InjectedFault(fault.id(), hits.merge(fault.id(), 1L, Long::sum), fault.isForged());
    }

    private synchronized Optional<Planned> next(Held held) {
        Optional<Planned> meant = Optional.empty();
        for (Planned each : planned) {
            if (each.which.matches(held)) {
                boolean isNow = isNow(each, held);
                if (isNow && meant.isEmpty() && each.fault.fits(held)) {
                    each.hits++;
                    meant = Optional.of(each);
                }
            }
        }
        return meant;
    }

    private boolean isNow(Planned each, Held held) {
        When when = each.which.when();
        List<String> call = List.of(each.fault.id(), held.caller(), held.operation(), held.member("jobId"));
        int ordinal = each.calls.merge(when.countedWith(call), 1, Integer::sum);
        return when.includes(ordinal, seed, call);
    }
}
