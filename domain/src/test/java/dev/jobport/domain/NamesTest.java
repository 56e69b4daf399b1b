package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.UrlTemplate;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.ResultFingerprint;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that is one text, and no secret, reads as that text in a sentence. */
class NamesTest {

    static Stream<Arguments> names() {
        return Stream.of(
                name("e-1", ActionExecutionId::new),
                name("c0ffee00-1111-2222-3333-444444444444", ClientId::new),
                name("j-1", JobId::new),
                name("n-1", Nonce::new),
                name("invocation-1", Invocation::new),
                name("f".repeat(43), ResultFingerprint::new),
                name("https://a/{Config:b}", UrlTemplate::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_name_reads_as_its_text(String text, Function<String, Object> name) {
        assertThat(name.apply(text)).hasToString(text);
    }

    private static Arguments name(String text, Function<String, Object> name) {
        return Arguments.of(text, name);
    }
}
