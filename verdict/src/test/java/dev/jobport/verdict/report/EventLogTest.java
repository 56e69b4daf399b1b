package dev.jobport.verdict.report;

import static dev.jobport.verdict.report.Sample.FAILURE;
import static dev.jobport.verdict.report.Sample.HEADING;
import static dev.jobport.verdict.report.Sample.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.LifeEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final History HISTORY = new History(
            HEADING,
            List.of(
                    new LifeEvent(17, TEN, "4f0c", "a1d2", Optional.of("Created"), "Queued", Optional.empty()),
                    FAILURE),
            0);

    @Test
    void it_is_written_as_evidence_is() {
        assertThat(EventLog.last(2, HISTORY))
                .containsExactly(
                        "#17  +0.000  job 4f0c             Created → Queued                                       by"
                                + " time",
                        "#19  +0.215  PutJobFailureResult  job 4f0c, \"InvalidNonceException: somebody else has…\" "
                                + " 200");
    }

    @Test
    void no_event_makes_the_lines_of_others_long() {
        String much = "x".repeat(100_000);
        LifeEvent event = new LifeEvent(18, TEN, much, much, Optional.of(much), much, Optional.of(much));

        assertThat(EventLog.last(3, new History(HEADING, List.of(event, FAILURE), 0)))
                .hasSize(2)
                .allMatch(line -> line.length() < 1_000);
    }

    @Test
    void what_is_left_out_is_counted() {
        assertThat(EventLog.last(1, HISTORY))
                .hasSize(2)
                .startsWith("… 1 earlier event")
                .last()
                .asString()
                .startsWith("#19");
    }
}
