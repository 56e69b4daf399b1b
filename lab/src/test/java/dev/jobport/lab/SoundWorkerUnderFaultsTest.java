package dev.jobport.lab;

import static dev.jobport.lab.SoundWorker.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to a worker that is sound exercises the rule that it is meant for, and nothing is held against the worker. */
class SoundWorkerUnderFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "rival@AcknowledgeJob#1, CLAIM-3",
        "lapsed-and-reoffered@AcknowledgeJob#1, CLAIM-3",
        "not-in-progress@AcknowledgeJob#1, CLAIM-2",
        "lost-answer@PutJobSuccessResult#1, REPORT-4",
        "500-after@PutJobSuccessResult#1, REPORT-4",
        "500@PutJobSuccessResult#1, REPORT-4",
        "reset@PutJobSuccessResult#1, ERR-5",
        "cut@AcknowledgeJob#1, ERR-5",
        "restart(20ms)@PutJobSuccessResult#1, ERR-5",
        "throttle@PollForJobs#1-2, POLL-6",
        "garbage@PollForJobs#1, ERR-5",
        "503@PollForJobs#1, POLL-6",
        "unknown-key@PollForJobs#1, POLL-6",
        "unknown-members@*, ERR-4",
        "job-timeout@PutJobSuccessResult#1, REPORT-6",
        "slow-answer(50ms)@AcknowledgeJob#1, REPORT-2",
    })
    void the_rule_is_kept(String fault, String rule) {
        try (Lab lab = Lab.builder().actionType(TYPE).seed(7).start();
                SoundWorker worker = new SoundWorker(lab)) {
            lab.faults().add(fault);
            lab.start(TYPE);
            lab.start(TYPE);
            lab.settle();
            Verdict verdict = lab.verdict();

            lab.faults().requireAllHappened();
            assertThat(worker.started()).isPositive();
            verdict.assertKept(rule);
            assertThat(errors(verdict)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothing_is_held_against_it_whatever_dice_fall(long seed) {
        try (Lab lab = Lab.builder().actionType(TYPE).seed(seed).start();
                SoundWorker worker = new SoundWorker(lab)) {
            List.of("lost-answer", "lost-request", "reset", "cut", "500", "500-after", "throttle", "unknown-members")
                    .forEach(fault -> lab.faults().add(fault + "@*%0.04"));
            lab.faults().add("rival@AcknowledgeJob%0.2").add("lapsed-lease@AcknowledgeJob%0.2");
            for (int i = 0; i < 6; i++) {
                lab.start(TYPE);
            }
            lab.settle();

            assertThat(errors(lab.verdict())).isEmpty();
            assertThat(worker.started()).isPositive();
        }
    }

    private static List<String> errors(Verdict verdict) {
        return verdict.with(Status.BROKEN).stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .map(it -> it.rule().id() + " " + it.findings())
                .toList();
    }
}
