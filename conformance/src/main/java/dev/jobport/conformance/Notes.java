package dev.jobport.conformance;

import dev.jobport.conformance.wire.Exchange;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** What was noticed while a clause was asked. Assertions may swallow what a clause throws, but not this. */
final class Notes {

    private final Set<Capability> missing = EnumSet.noneOf(Capability.class);
    private Exchange last;

    synchronized void clear() {
        missing.clear();
        last = null;
    }

    synchronized TestAbortedException missing(Capability capability) {
        missing.add(capability);
        return new TestAbortedException("needs " + capability);
    }

    synchronized Set<Capability> missing() {
        return missing.isEmpty() ? Set.of() : EnumSet.copyOf(missing);
    }

    synchronized void saw(Exchange exchange) {
        last = exchange;
    }

    synchronized Optional<Exchange> last() {
        return Optional.ofNullable(last);
    }
}
