package dev.jobport.bootstrap;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newInvocation;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each status that a job takes is counted once, and a lease that lapsed as such. */
class CountingJobObserverTest {

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final CountingJobObserver observer = new CountingJobObserver(registry);
    private final Map<JobId, Integer> told = new HashMap<>();

    @Test
    void each_status_is_counted_once() {
        Job created = tell(aJob().first());
        Job dispatched = tell(created.dispatch(newNonce(), START));
        tell(dispatched.acknowledge(dispatched.nonce().orElseThrow(), newInvocation(), START));

        assertThat(counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        JobStatus.Created, 1, JobStatus.Queued, 1, JobStatus.Dispatched, 1, JobStatus.InProgress, 1));
        assertThat(lapses()).isZero();
    }

    @Test
    void a_lease_that_lapses_is_counted_also_when_the_next_poll_notices_it() {
        Job job = tell(tell(aJob().first()).dispatch(newNonce(), START));
        Job again = tell(job.dispatch(newNonce(), START.plus(TIMING.dispatchLease())));
        tell(again.at(START.plus(TIMING.dispatchLease()).plus(TIMING.dispatchLease())));

        assertThat(lapses()).isEqualTo(2);
        assertThat(counts()).containsEntry(JobStatus.Queued, 3).containsEntry(JobStatus.Dispatched, 2);
    }

    @Test
    void a_job_that_is_given_back_is_no_lapsed_lease() {
        Job job = tell(tell(aJob().first()).dispatch(newNonce(), START));
        tell(job.giveBack(
                job.nonce().orElseThrow(), START.plus(TIMING.dispatchLease()).minusMillis(1)));

        assertThat(counts()).containsEntry(JobStatus.Queued, 2);
        assertThat(lapses()).isZero();
    }

    @Test
    void how_long_a_job_was_queued_is_timed_when_a_poll_takes_it() {
        tell(tell(aJob().first()).dispatch(newNonce(), START.plusSeconds(7)));

        Timer queued = registry.get("jobport.jobs.queued").timer();
        assertThat(queued.count()).isEqualTo(1);
        assertThat(queued.totalTime(TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(registry.find("jobport.jobs.worked.on").timer()).isNull();
    }

    @Test
    void how_long_a_worker_took_is_timed_when_it_tells_the_result() {
        Job job = tell(tell(aJob().first()).dispatch(newNonce(), START));
        job = tell(job.acknowledge(job.nonce().orElseThrow(), newInvocation(), START.plusSeconds(1)));
        tell(job.fail(FAILURE, START.plusSeconds(10)));

        assertThat(registry.get("jobport.jobs.worked.on").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(9);
    }

    @Test
    void when_an_action_type_was_last_polled_is_told_to_the_second() {
        ActionTypeId other = new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Other", "1");
        observer.polled(ACCOUNT, ACTION_TYPE);
        double first = lastPoll(ACTION_TYPE);
        clock.addSeconds(7);
        observer.polled(ACCOUNT, other);

        assertThat(lastPoll(ACTION_TYPE)).isEqualTo(first);
        assertThat(lastPoll(other)).isEqualTo(first + 7);
        observer.polled(ACCOUNT, ACTION_TYPE);
        assertThat(lastPoll(ACTION_TYPE)).isEqualTo(first + 7);
    }

    private double lastPoll(ActionTypeId type) {
        return registry.get("jobport.last.poll.timestamp")
                .tags("account", ACCOUNT.id(), "region", ACCOUNT.region())
                .tag("action_type", type.toString())
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    @Test
    void a_timeout_is_counted() {
        tell(tell(aJob().first()).at(START.plus(TIMING.actionTimeout())));

        assertThat(counts()).containsEntry(JobStatus.TimedOut, 1);
    }

    @Test
    void however_many_action_types_an_account_had_its_series_stay_few_and_none_is_uncounted() {
        int types = 3 * CountingJobObserver.MAX_TYPES_OF_AN_ACCOUNT;
        for (int i = 0; i < types; i++) {
            ActionTypeId type = new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Many", "v" + i);
            tell(aJob().of(type).first());
            observer.polled(ACCOUNT, type);
        }

        Collection<Counter> queued =
                registry.get("jobport.job.transitions").tag("status", "Queued").counters();
        assertThat(queued).hasSize(CountingJobObserver.MAX_TYPES_OF_AN_ACCOUNT + 1);
        assertThat(registry.get("jobport.last.poll.timestamp").meters())
                .hasSize(CountingJobObserver.MAX_TYPES_OF_AN_ACCOUNT + 1);
        assertThat(queued.stream().mapToDouble(Counter::count).sum()).isEqualTo(types);
    }

    private Job tell(Job job) {
        List<Transition> all = job.transitions();
        int known = Optional.ofNullable(told.put(job.id(), all.size())).orElse(0);
        observer.changed(job, all.subList(known, all.size()));
        return job;
    }

    private Map<JobStatus, Integer> counts() {
        return Arrays.stream(JobStatus.values())
                .filter(status -> registry.find("jobport.job.transitions")
                                .tags("account", ACCOUNT.id(), "region", ACCOUNT.region())
                                .tags("action_type", ACTION_TYPE.toString(), "status", status.name())
                                .counter()
                        != null)
                .collect(Collectors.toMap(status -> status, status -> (int) registry.get("jobport.job.transitions")
                        .tag("status", status.name())
                        .counter()
                        .count()));
    }

    private int lapses() {
        return registry.find("jobport.leases.lapsed").counters().stream()
                .mapToInt(counter -> (int) counter.count())
                .sum();
    }
}
