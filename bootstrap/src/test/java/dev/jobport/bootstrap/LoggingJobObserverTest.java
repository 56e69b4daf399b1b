package dev.jobport.bootstrap;

import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Transition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An operator sees from a line whether it needs a look. */
class LoggingJobObserverTest {

    private final LoggingJobObserver observer = new LoggingJobObserver();
    private final Map<JobId, Integer> told = new HashMap<>();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger jobs = (Logger) LoggerFactory.getLogger("jobs");

    @BeforeEach
    void listen() {
        lines.start();
        jobs.addAppender(lines);
        jobs.setLevel(Level.INFO); // another test may have set up a log that tells less
    }

    @AfterEach
    void stopListening() {
        jobs.detachAppender(lines);
        jobs.setLevel(null);
    }

    @Test
    void a_lapsed_lease_is_told_as_such() {
        Job dispatched = tell(tell(aJob().first()).dispatch(newNonce(), START));
        lines.list.clear();

        tell(dispatched.at(START.plus(TIMING.dispatchLease())));

        assertThat(lines.list).extracting(ILoggingEvent::getMessage).containsExactly("lease lapsed");
    }

    @Test
    void a_job_that_is_given_back_is_not() {
        Job dispatched = tell(tell(aJob().first()).dispatch(newNonce(), START));
        lines.list.clear();

        tell(dispatched.giveBack(
                dispatched.nonce().orElseThrow(),
                START.plus(TIMING.dispatchLease()).minusMillis(1)));

        assertThat(lines.list).extracting(ILoggingEvent::getMessage).containsExactly("job");
    }

    @Test
    void a_timeout_is_a_warning_and_all_else_is_not() {
        tell(tell(aJob().first()).at(START.plus(TIMING.actionTimeout())));

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.INFO, Level.INFO, Level.WARN);
    }

    private Job tell(Job job) {
        List<Transition> all = job.transitions();
        int known = Optional.ofNullable(told.put(job.id(), all.size())).orElse(0);
        observer.changed(job, all.subList(known, all.size()));
        return job;
    }
}
