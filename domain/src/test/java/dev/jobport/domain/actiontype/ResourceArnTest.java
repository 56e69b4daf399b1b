package dev.jobport.domain.actiontype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceArnTest {

    @Test
    void the_resource_is_what_follows_the_account_whole() {
        assertThat(new ResourceArn("arn:aws:codepipeline:us-east-1:000000000000:actiontype:Custom/Test/Own/1")
                        .resource())
                .isEqualTo("actiontype:Custom/Test/Own/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "actiontype:Custom/Test/Own/1",
                "arn:aws:codepipeline:us-east-1:000000000000",
                "arn:aws:codepipeline:us-east-1:000000000000:",
                "arn:aws:s3:us-east-1:000000000000:bucket"
            })
    void what_is_no_arn_of_codepipelines_is_refused(String text) {
        assertThatThrownBy(() -> new ResourceArn(text)).isInstanceOf(Refusal.Validation.class);
    }
}
