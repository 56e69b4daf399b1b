package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each report replaces what it names and leaves the rest. */
class ActionProgressTest {

    private static final CurrentRevision REVISION =
            new CurrentRevision("r-1", "c-1", Optional.empty(), Optional.empty());
    private static final OutputVariables VARIABLES = new OutputVariables(Map.of("CommitId", "c0ffee"));
    private static final ExecutionDetails DETAILS = details("Half-way", "run-1", 50);

    private static ExecutionDetails details(String summary, String id, Integer percent) {
        return new ExecutionDetails(
                Optional.ofNullable(summary), Optional.ofNullable(id), Optional.ofNullable(percent));
    }

    private static final ActionProgress BEFORE =
            new ActionProgress(DETAILS, Optional.of(REVISION), VARIABLES, Optional.empty());

    @Test
    void a_report_that_names_nothing_changes_nothing() {
        assertThat(BEFORE.withReport(ExecutionDetails.NONE, Optional.empty(), OutputVariables.NONE))
                .isEqualTo(BEFORE);
    }

    @Test
    void a_report_that_names_all_leaves_nothing() {
        ExecutionDetails later = details("Done", "run-2", 100);
        CurrentRevision newer = new CurrentRevision("r-2", "c-2", Optional.empty(), Optional.empty());
        OutputVariables others = new OutputVariables(Map.of("Other", "x"));

        assertThat(BEFORE.withReport(later, Optional.of(newer), others))
                .isEqualTo(new ActionProgress(later, Optional.of(newer), others, Optional.empty()));
    }

    @Test
    void each_detail_is_replaced_by_itself() {
        assertThat(DETAILS.updatedBy(details("Done", null, null))).isEqualTo(details("Done", "run-1", 50));
        assertThat(DETAILS.updatedBy(details(null, "run-2", null))).isEqualTo(details("Half-way", "run-2", 50));
        assertThat(DETAILS.updatedBy(details(null, null, 100))).isEqualTo(details("Half-way", "run-1", 100));
    }
}
