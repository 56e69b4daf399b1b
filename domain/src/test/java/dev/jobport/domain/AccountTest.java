package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ResourceArn;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account has AWS's names for what is its own. */
class AccountTest {

    private static final Account ACCOUNT = new Account("123456789012", "eu-west-1");

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, arn:aws:codepipeline:eu-west-1:123456789012:shop",
        "cn-north-1, arn:aws-cn:codepipeline:cn-north-1:123456789012:shop",
        "us-gov-west-1, arn:aws-us-gov:codepipeline:us-gov-west-1:123456789012:shop"
    })
    void an_arn_names_the_partition_of_the_region(String region, String arn) {
        assertThat(new Account("123456789012", region).arn("shop"))
                .isEqualTo(arn)
                .satisfies(ResourceArn.FORM::require);
    }

    @Test
    void it_is_told_with_its_region_first() {
        assertThat(ACCOUNT).hasToString("eu-west-1/123456789012");
    }

    @ParameterizedTest
    @CsvSource({
        "12345678901, eu-west-1",
        "1234567890123, eu-west-1",
        "12345678901x, eu-west-1",
        "123456789012, EU",
        "123456789012, eu/west"
    })
    void what_is_no_account_is_refused(String id, String region) {
        assertThatThrownBy(() -> new Account(id, region)).isInstanceOf(Refusal.Validation.class);
    }

    @Test
    void a_pipeline_gets_its_arn_from_its_name_unless_it_has_one() {
        assertThat(context(Optional.of("shop"), Optional.empty()).of(ACCOUNT).pipelineArn())
                .contains("arn:aws:codepipeline:eu-west-1:123456789012:shop");
        Optional<String> given = Optional.of("arn:aws:codepipeline:us-east-2:210987654321:other");
        assertThat(context(Optional.of("shop"), given).of(ACCOUNT).pipelineArn())
                .isEqualTo(given);
        assertThat(PipelineContext.NONE.of(ACCOUNT)).isEqualTo(PipelineContext.NONE);
    }

    private static PipelineContext context(Optional<String> name, Optional<String> arn) {
        return new PipelineContext(name, Optional.empty(), Optional.empty(), arn, Optional.empty());
    }
}
