package example.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;

@Timeout(30)
class WorkerTest {

    private final RecordingJobs jobs = new RecordingJobs();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayWork = new CountDownLatch(1);
    private Worker worker;

    @BeforeEach
    void a_worker_of_three_threads() {
        JobHandler handler = new JobHandler(jobs, new PatientWork(), log::add);
        worker = new Worker(jobs, 3, handler, log::add, new Random(1));
    }

    @AfterEach
    void the_worker_stops() throws InterruptedException {
        mayWork.countDown();
        worker.stop();
        worker.run();
    }

    @Test
    void as_many_jobs_are_asked_for_as_threads_are_free() throws InterruptedException {
        jobs.polls.add(List.of("a", "b"));

        worker.poll();
        worker.poll();

        assertThat(jobs.batchSizes).containsExactly(3, 1);
    }

    @Test
    void a_stopping_worker_finishes_what_it_has() throws InterruptedException {
        jobs.polls.add(List.of("a", "b"));
        worker.poll();
        worker.stop();
        mayWork.countDown();

        worker.run();

        assertThat(jobs.results).hasSize(2);
    }

    @Test
    void an_idle_worker_polls_less_and_less_often_until_there_is_a_job() throws InterruptedException {
        assertThat(worker.poll().toMillis()).isBetween(500L, 1_000L);
        assertThat(worker.poll().toMillis()).isBetween(1_000L, 2_000L);
        assertThat(worker.poll().toMillis()).isBetween(2_000L, 4_000L);
        assertThat(worker.poll().toMillis()).isBetween(2_500L, 5_000L);
        assertThat(worker.poll().toMillis()).isBetween(2_500L, 5_000L);

        jobs.polls.add(List.of("a"));

        assertThat(worker.poll().toMillis()).isBetween(500L, 1_000L);
    }

    @Test
    void errors_make_the_worker_wait_longer_and_longer_and_take_no_thread() throws InterruptedException {
        jobs.atPoll = SdkClientException.create("connection refused");
        assertThat(worker.poll().toMillis()).isBetween(500L, 1_000L);
        assertThat(worker.poll().toMillis()).isBetween(1_000L, 2_000L);
        assertThat(worker.poll().toMillis()).isBetween(2_000L, 4_000L);
        assertThat(log).hasSize(3).allMatch(line -> line.endsWith("connection refused"));

        jobs.atPoll = null;
        worker.poll();

        assertThat(jobs.batchSizes).last().isEqualTo(3);
    }

    private final class PatientWork implements Work {

        @Override
        public Progress start(Map<String, String> configuration) throws InterruptedException {
            mayWork.await();
            return new Progress.Finished("run-1", "done", "run-1", Map.of());
        }

        @Override
        public Progress goOn(String state, Map<String, String> configuration) {
            throw new AssertionError("nothing is continued here");
        }
    }
}
