package dev.jobport.application.usecase;

import static dev.jobport.application.usecase.UseCasesUnderTest.ACCOUNT;
import static dev.jobport.application.usecase.UseCasesUnderTest.CALLER;
import static dev.jobport.application.usecase.UseCasesUnderTest.CUSTOM_TYPE;
import static dev.jobport.application.usecase.UseCasesUnderTest.TYPE;
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
        hexagon.operator.putActionType(ACCOUNT, new ActionType(CUSTOM_TYPE, UseCasesUnderTest.TIMING));

        hexagon.worker.pollForThirdPartyJobs(CALLER, TYPE, 1);
        hexagon.customWorker.pollForJobs(CALLER, CUSTOM_TYPE, Map.of(), 1);

        assertThat(hexagon.polls).containsExactly(ACCOUNT + " " + TYPE, ACCOUNT + " " + CUSTOM_TYPE);
    }

    @Test
    void a_poll_that_is_refused_is_none() {
        assertThatThrownBy(() -> hexagon.customWorker.pollForJobs(CALLER, CUSTOM_TYPE, Map.of(), 1))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);

        assertThat(hexagon.polls).isEmpty();
    }
}
