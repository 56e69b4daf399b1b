package dev.jobport.domain.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How much there may be of something: as much as that is good, one more is refused in a sentence with its place. */
class ListLimitsTest {

    static Stream<Arguments> limits() {
        return Stream.of(
                limit(
                        10,
                        "configurationProperties",
                        "An action type has at most 10 configuration properties.",
                        ListLimitsTest::properties),
                limit(1000, "allowedAccounts", "There are at most 1000 allowedAccounts.", n -> declaration(n, 0, 0)),
                limit(1000, "pollingAccounts", "There are at most 1000 pollingAccounts.", n -> declaration(0, n, 0)),
                limit(
                        10,
                        "pollingServicePrincipals",
                        "There are at most 10 pollingServicePrincipals.",
                        n -> declaration(0, 0, n)),
                limit(
                        1024,
                        "objectKey",
                        "An object key takes at most 1024 bytes in UTF-8.",
                        n -> new Artifact.S3Location("own", "ä" + "x".repeat(n - 2))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("limits")
    void there_is_as_much_as_there_may_be_and_no_more(
            int most, String place, String sentence, IntFunction<Object> some) {
        assertThat(some.apply(most)).isNotNull();
        assertThatThrownBy(() -> some.apply(most + 1))
                .isInstanceOfSatisfying(
                        Refusal.Validation.class,
                        refusal -> assertThat(refusal.violations())
                                .containsExactly(Violation.sentence(sentence).in(place)));
    }

    private static Arguments limit(int most, String place, String sentence, IntFunction<Object> some) {
        return Arguments.of(most, place, sentence, some);
    }

    private static ActionTypeDefinition properties(int count) {
        return ActionTypeDefinition.of(IntStream.range(0, count)
                .mapToObj(i -> new ConfigurationProperty(
                        "p" + i, false, false, false, false, Optional.empty(), ConfigurationProperty.Type.String))
                .toList());
    }

    private static ProviderDeclaration declaration(int allowed, int polling, int principals) {
        return new ProviderDeclaration(
                Optional.empty(),
                times(allowed, "*"),
                times(polling, "123456789012"),
                times(principals, "ci.example"),
                Optional.empty());
    }

    private static List<String> times(int count, String text) {
        return Collections.nCopies(count, text);
    }
}
