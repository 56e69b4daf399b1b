package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ResourceArn;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The quick pattern of an ARN says what AWS's pattern says. */
class PipelineArnTest {

    private static final List<String> PARTS = List.of(
            "arn:aws",
            "-cn",
            "-a-b",
            "-",
            ":codepipeline:",
            "eu-west-1",
            ":",
            ":123456789012:",
            ":12345:",
            "x",
            "\n",
            "\u2028");

    @Test
    void both_patterns_let_the_same_texts_through() {
        Pattern awss = Pattern.compile(ResourceArn.FORM.regex().orElseThrow());
        Random random = new Random(12);
        int good = 0;
        for (int i = 0; i < 200_000; i++) {
            String rest = IntStream.range(0, random.nextInt(8))
                    .mapToObj(n -> PARTS.get(random.nextInt(PARTS.size())))
                    .collect(Collectors.joining());
            String text = random.nextBoolean()
                    ? rest
                    : "arn:aws" + (random.nextBoolean() ? "-us" : "") + ":codepipeline:" + rest;
            boolean allowed = awss.matcher(text).matches();

            assertThat(isAllowed(text)).as(text).isEqualTo(allowed);
            good += allowed ? 1 : 0;
        }
        assertThat(good).isBetween(1_000, 199_000);
    }

    /** AWS's pattern takes minutes over these, or overflows the stack. */
    @Test
    void a_text_made_to_take_long_is_refused_soon() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(isAllowed("arn:aws" + "-a".repeat(500_000))).isFalse();
            assertThat(isAllowed("arn:aws:codepipeline:" + ":123456789012".repeat(80_000) + "\n"))
                    .isFalse();
            assertThat(isAllowed("arn:aws:codepipeline:" + ":12345678901".repeat(80_000)))
                    .isFalse();
        });
    }

    private static boolean isAllowed(String text) {
        try {
            ResourceArn.FORM.require(text);
            return true;
        } catch (Refusal.Validation e) {
            return false;
        }
    }
}
