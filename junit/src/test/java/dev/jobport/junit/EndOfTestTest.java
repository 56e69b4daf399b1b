package dev.jobport.junit;

import static dev.jobport.junit.Workers.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jobport.lab.Faults;
import dev.jobport.lab.Lab;
import dev.jobport.lab.Operation;
import dev.jobport.lab.WorkerProcess;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.history.HistoryLines;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.Job;

/** What fails a test besides what it asserts, and what a test that fails has to say. */
class EndOfTestTest {

    abstract static class InALab {

        @RegisterExtension
        final JobportExtension jobport = JobportExtension.lab()
                .actionType(TYPE, with -> with.secret("Password"))
                .seed(7);
    }

    @Test
    void a_worker_that_keeps_the_protocol_passes_and_nothing_is_printed() {
        Ran ran = Ran.of(Sound.class);

        assertThat(ran.succeeded()).isEqualTo(1);
        assertThat(ran.printed()).isEmpty();
    }

    static class Sound extends InALab {

        @Test
        void works(Lab lab, CodePipelineClient client) {
            lab.start(TYPE, with -> with.configuration("Password", "a secret"));
            Workers.soundly(client);
            lab.verdict().assertKept("REPORT-2");
        }
    }

    @Test
    void a_broken_rule_fails_its_test_and_says_why() {
        Ran ran = Ran.of(Broken.class);

        assertThat(ran.failure())
                .startsWith("Jobport: the worker broke 1 rule (seed 7, rules ")
                .contains("\n\nCLAIM-3 error  ")
                .containsPattern(
                        "#\\d+ .* AcknowledgeJob .*nonce #n\\d+ .*400 InvalidNonceException .*\\(fault rival/1\\)")
                .containsPattern("#\\d+ .* PutJobFailureResult .*\"The job could not be acknowledged.\" .*200")
                .contains(" kept · 1 broken (1 error) · ");
    }

    static class Broken extends InALab {

        @Test
        void works(Lab lab, CodePipelineClient client) {
            lab.start(TYPE, with -> with.fault("rival@AcknowledgeJob"));
            Workers.takingAnothersJobForAFailure(client);
        }
    }

    @Test
    void what_a_worker_still_does_while_it_is_stopped_counts() {
        assertThat(Ran.of(StillAtWork.class).failures()).isEmpty();
    }

    static class StillAtWork extends InALab {

        Job job;

        @Test
        void works(Lab lab, CodePipelineClient client) {
            lab.start(TYPE);
            job = Workers.take(client);
        }

        @AfterEach
        void stop(Lab lab, CodePipelineClient client) {
            Workers.succeed(client, job);
        }
    }

    @Test
    void a_worker_that_is_a_process_is_seen_and_what_it_prints_stands_with_what_was_seen() {
        Ran ran = Ran.of(InAProcess.class);

        assertThat(ran.failure()).isEqualTo("by itself");
        assertThat(ran.printed())
                .contains("process started", "\"the key is #c1\"", "process signalled", "process ended")
                .doesNotContain("jobport-lab-secret");
    }

    static class InAProcess extends InALab {

        @Test
        void runs(Lab lab) {
            ProcessBuilder command = new ProcessBuilder("sh", "-c", "echo the key is $AWS_SECRET_ACCESS_KEY; sleep 60");
            try (WorkerProcess worker = lab.run(command)) {
                while (worker.lastWords().isEmpty()) {
                    Thread.onSpinWait();
                }
            }
            throw new IllegalStateException("by itself");
        }
    }

    @Test
    void lesser_rules_fail_a_test_that_wants_it_so() {
        assertThat(Ran.of(Lesser.class).failures()).isEmpty();
        assertThat(Ran.of(LesserCounts.class).failure()).contains("REPORT-15 advice");
    }

    static class Lesser {

        @RegisterExtension
        final JobportExtension jobport = lab();

        JobportExtension lab() {
            return JobportExtension.lab().actionType(TYPE);
        }

        @Test
        void fails_the_job(Lab lab, CodePipelineClient client) {
            lab.start(TYPE);
            Workers.fail(client, Workers.take(client), "null");
        }
    }

    static class LesserCounts extends Lesser {

        @Override
        JobportExtension lab() {
            return super.lab().failOn(Severity.ADVICE);
        }
    }

    @Test
    void a_fault_that_never_happened_fails_its_test() {
        assertThat(Ran.of(MissedFault.class).failure())
                .isEqualTo("Jobport: what was planned never happened: lost-answer@AcknowledgeJob#1");
    }

    static class MissedFault extends InALab {

        @Test
        void plans(Faults faults) {
            faults.on(Operation.ACKNOWLEDGE_JOB).first(1).loseAnswer();
        }
    }

    @Test
    void work_that_no_worker_ever_asked_for_fails_its_test() {
        assertThat(Ran.of(Unseen.class).failure()).startsWith("Jobport: inconclusive: no rule was seen to be kept");
    }

    static class Unseen extends InALab {

        @Test
        void starts(Lab lab) {
            lab.start(TYPE);
        }

        @Test
        void starts_nothing() {}
    }

    @Test
    void a_test_that_fails_shows_the_end_of_what_was_seen() {
        Ran ran = Ran.of(Fails.class);

        assertThat(ran.failure()).isEqualTo("by itself");
        assertThat(ran.printed())
                .startsWith("Jobport: what was seen in fails(")
                .contains("(seed 7)", "PollForJobs", " earlier events", "The history could not be written: ")
                .doesNotContain("a secret");
        assertThat(ran.printed().lines().count()).isEqualTo(200);
    }

    @Test
    void a_test_that_fails_keeps_all_that_was_seen(@TempDir Path folder) throws IOException {
        String printed = Ran.launched(folder, Fails.class);

        Matcher file = Pattern.compile("The whole history: (.+)").matcher(printed);
        assertThat(file.find()).as(printed).isTrue();
        assertThat(Path.of(file.group(1))).startsWith(folder);
        try (Reader lines = Files.newBufferedReader(Path.of(file.group(1)))) {
            assertThat(HistoryLines.read(lines).events()).hasSizeGreaterThan(200);
        }
        assertThat(Path.of(file.group(1))).content().doesNotContain("a secret");
    }

    static class Fails extends InALab {

        @Test
        void fails(Lab lab, CodePipelineClient client) {
            lab.start(TYPE, with -> with.configuration("Password", "a secret"));
            Workers.soundly(client);
            for (int i = 0; i < 200; i++) {
                Workers.poll(client);
            }
            throw new IllegalStateException("by itself");
        }
    }

    @Test
    void a_test_that_was_aborted_is_not_judged() {
        Ran ran = Ran.of(Aborted.class);

        assertThat(ran.results().testEvents().aborted().count()).isEqualTo(1);
        assertThat(ran.failures()).hasSize(1);
        assertThat(ran.printed()).isEmpty();
    }

    static class Aborted extends InALab {

        @Test
        void aborts(Lab lab) {
            lab.start(TYPE);
            assumeTrue(false);
        }
    }

    @Test
    void a_lab_of_a_class_is_judged_at_its_end_and_each_test_has_its_own_faults() {
        Ran ran = Ran.of(OfAClass.class);

        assertThat(ran.succeeded()).isEqualTo(2);
        assertThat(ran.failures())
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        test -> assertThat(test)
                                .isEqualTo("Jobport: what was planned never happened: throttle@AcknowledgeJob#1"),
                        end -> assertThat(end).contains("CLAIM-3 error"));
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class OfAClass {

        @RegisterExtension
        static final JobportExtension JOBPORT = JobportExtension.lab().actionType(TYPE);

        @Test
        @Order(1)
        void breaks(Lab lab, CodePipelineClient client) {
            lab.start(TYPE, with -> with.fault("rival@AcknowledgeJob"));
            Workers.takingAnothersJobForAFailure(client);
        }

        @Test
        @Order(2)
        void misses(Faults faults) {
            faults.on(Operation.ACKNOWLEDGE_JOB).first(1).throttle();
        }

        @Test
        @Order(3)
        void works(Lab lab, CodePipelineClient client) {
            assertThat(lab.faults().all()).isEmpty();
            lab.start(TYPE);
            Workers.soundly(client);
        }
    }

    @Test
    void what_a_test_leaves_undone_is_not_there_for_the_next() {
        assertThat(Ran.of(Leaves.class).failures()).isEmpty();
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Leaves {

        @RegisterExtension
        static final JobportExtension JOBPORT = JobportExtension.lab().actionType(TYPE);

        @Test
        @Order(1)
        void starts_two_and_does_one(Lab lab, CodePipelineClient client) {
            lab.start(TYPE);
            lab.start(TYPE);
            Workers.soundly(client);
        }

        @Test
        @Order(2)
        void finds_nothing(CodePipelineClient client) {
            assertThat(Workers.poll(client)).isEmpty();
        }
    }

    @Test
    void time_does_not_jump_while_several_tests_use_a_lab() {
        Ran ran = Ran.of(Ran.PARALLEL, JumpAtTheSameTime.class);

        assertThat(ran.succeeded()).isZero();
        assertThat(ran.failures())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("while several tests use the lab: ")
                        .hasMessageContaining("one(")
                        .hasMessageContaining("other("));
    }

    static class JumpAtTheSameTime {

        @RegisterExtension
        static final JobportExtension JOBPORT = JobportExtension.lab().actionType(TYPE);

        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void one(Lab lab) throws Exception {
            jump(lab);
        }

        @Test
        void other(Lab lab) throws Exception {
            jump(lab);
        }

        private static void jump(Lab lab) throws Exception {
            BOTH.await(10, TimeUnit.SECONDS);
            try {
                lab.time().advance(Duration.ofHours(1));
            } finally {
                BOTH.await(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_lab_of_tests_that_run_at_the_same_time_is_asked_for_missed_faults_when_all_are_over() {
        Ran ran = Ran.of(Ran.PARALLEL, OfTestsAtTheSameTime.class);

        assertThat(ran.succeeded()).isEqualTo(2);
        assertThat(ran.failure()).isEqualTo("Jobport: what was planned never happened: throttle@AcknowledgeJob#1");
    }

    static class OfTestsAtTheSameTime {

        @RegisterExtension
        static final JobportExtension JOBPORT = JobportExtension.lab().actionType(TYPE);

        @Test
        void plans(Faults faults) {
            faults.on(Operation.ACKNOWLEDGE_JOB).first(1).throttle();
        }

        @Test
        void does_nothing(Lab lab) {}
    }
}
