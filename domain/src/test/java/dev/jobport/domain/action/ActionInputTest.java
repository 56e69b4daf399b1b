package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.Account;
import java.util.List;
import java.util.Map;
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
                Map.of("suite", "smoke"),
                context,
                List.of(new Artifact("in", Optional.of("r-1"), Optional.empty())),
                List.of(new Artifact("out", Optional.empty(), Optional.empty())),
                Optional.of(new EncryptionKey("key-1", EncryptionKey.Type.KMS)));
    }

    @Test
    void a_pipeline_of_an_account_has_its_arn() {
        Account account = new Account("123456789012", "eu-west-1");

        assertThat(input(CONTEXT).of(account)).isEqualTo(input(CONTEXT.of(account)));
        assertThat(input(CONTEXT).of(account).pipelineContext().pipelineArn())
                .contains("arn:aws:codepipeline:eu-west-1:123456789012:shop");
    }

    @Test
    void a_third_party_is_not_told_the_pipeline_execution() {
        assertThat(input(CONTEXT).forThirdParty()).isEqualTo(input(CONTEXT.forThirdParty()));
        assertThat(input(CONTEXT).forThirdParty().pipelineContext().pipelineExecutionId())
                .isEmpty();
    }
}
