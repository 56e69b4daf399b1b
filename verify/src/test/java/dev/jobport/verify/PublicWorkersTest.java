package dev.jobport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.report.Report;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict says of each public worker what reading its code says, and no more. */
@Execution(ExecutionMode.CONCURRENT)
class PublicWorkersTest {

    static List<PublicWorkers.Row> workers() {
        return PublicWorkers.ALL;
    }

    @ParameterizedTest
    @MethodSource("workers")
    void each_is_judged_by_what_it_does(PublicWorkers.Row row) {
        Verdict verdict = MutantsTest.verdict(row.given(), WorkerThread.starter(row.name(), row.worker()));

        assertThat(MutantsTest.broken(verdict))
                .as(() -> Report.TEXT.of(verdict, Demands.USUAL))
                .isEqualTo(row.broken());
    }
}
