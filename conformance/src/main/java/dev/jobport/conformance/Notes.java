package dev.jobport.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jobport.conformance.wire.Exchange;
import dev.jobport.domain.job.JobId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.opentest4j.TestAbortedException;

/** What was noticed while a clause was asked. Assertions may swallow what a clause throws, but not this. */
final class Notes {

    private final Set<Capability> missing = EnumSet.noneOf(Capability.class);
    private final List<JsonNode> offered = new ArrayList<>();
    private boolean notLookedAt;
    private boolean isOver;
    private Exchange last;

    synchronized void clear() {
        missing.clear();
        offered.clear();
        notLookedAt = false;
        isOver = false;
        last = null;
    }

    synchronized TestAbortedException missing(Capability capability) {
        missing.add(capability);
        return new TestAbortedException("needs " + capability);
    }

    synchronized Set<Capability> missing() {
        return missing.isEmpty() ? Set.of() : EnumSet.copyOf(missing);
    }

    /** Something besides the clause's statement could not be looked at. */
    synchronized void notLookedAt() {
        notLookedAt = true;
    }

    /** Whether everything was looked at. */
    synchronized boolean isWhole() {
        return !notLookedAt;
    }

    /** What comes now is no part of the clause. */
    synchronized void over() {
        isOver = true;
    }

    synchronized void saw(Exchange exchange) {
        if (isOver) {
            return;
        }
        last = exchange;
        if (exchange.operation().equals("PollForJobs") && exchange.isSuccess()) {
            exchange.json().path("jobs").forEach(offered::add);
        }
    }

    /**
     * The first job that a poll of the clause told of.
     *
     * @param which of the jobs, as the poll told them
     */
    synchronized Optional<JobId> offered(Predicate<JsonNode> which) {
        return offered.stream()
                .filter(which)
                .map(job -> new JobId(job.path("id").asText()))
                .findFirst();
    }

    synchronized Optional<Exchange> last() {
        return Optional.ofNullable(last);
    }
}
