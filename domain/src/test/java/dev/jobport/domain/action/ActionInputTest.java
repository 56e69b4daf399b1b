package dev.jobport.domain.action;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An input is told to each side as far as it is that side's affair; all else stays. */
class ActionInputTest {

    private static final PipelineContext CONTEXT = new PipelineContext(
            Optional.of("shop"),
            Optional.of("Verify"),
            Optional.of("Smoke"),
            Optional.empty(),
            Optional.of("01234567-89ab-cdef-0123-456789abcdef"));

    private static ActionInput input(PipelineContext context) {
        return new ActionInput(
                FULL_INPUT.configuration(),
                context,
                FULL_INPUT.inputArtifacts(),
                FULL_INPUT.outputArtifacts(),
                FULL_INPUT.encryptionKey());
    }

    @Test
    void a_pipeline_of_an_account_has_its_arn() {
        assertThat(input(CONTEXT).of(ACCOUNT)).isEqualTo(input(CONTEXT.of(ACCOUNT)));
        assertThat(input(CONTEXT).of(ACCOUNT).pipelineContext().pipelineArn())
                .contains("arn:aws:codepipeline:eu-central-1:123456789012:shop");
    }

    @Test
    void a_third_party_is_not_told_the_pipeline_execution() {
        assertThat(input(CONTEXT).forThirdParty()).isEqualTo(input(CONTEXT.forThirdParty()));
        assertThat(input(CONTEXT).forThirdParty().pipelineContext().pipelineExecutionId())
                .isEmpty();
    }
}
