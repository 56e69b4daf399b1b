package dev.jobport.application.usecase;

import static dev.jobport.application.usecase.UseCasesUnderTest.CALLER;
import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The observer is told of each poll, so that somebody can see whether there are workers. */
class ToldPollsTest {

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();

    @Test
    void a_poll_of_either_family_is_told_also_when_there_are_no_jobs() {
        hexagon.operator.putActionType(ACCOUNT, new ActionType(CUSTOM_ACTION_TYPE, TIMING));

        hexagon.worker.pollForThirdPartyJobs(CALLER, ACTION_TYPE, 1);
        hexagon.customWorker.pollForJobs(CALLER, CUSTOM_ACTION_TYPE, Map.of(), 1);

        assertThat(hexagon.polls).containsExactly(ACCOUNT + " " + ACTION_TYPE, ACCOUNT + " " + CUSTOM_ACTION_TYPE);
    }

    @Test
    void a_poll_that_is_refused_is_none() {
        assertThatThrownBy(() -> hexagon.customWorker.pollForJobs(CALLER, CUSTOM_ACTION_TYPE, Map.of(), 1))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);

        assertThat(hexagon.polls).isEmpty();
    }
}
