package dev.jobport.adapters.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.identity.NotReceived;
import dev.jobport.adapters.wire.json.Unreadable;
import dev.jobport.domain.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {

    static Stream<Class<?>> failures() {
        return Stream.of(Refusal.class, NotReceived.class, Unreadable.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_refusal_and_all_that_is_not_received_or_not_readable_is_a_problem_of_its_own_kind(Class<?> failure) {
        assertThat(Problem.KINDS).containsKey(failure.asSubclass(RuntimeException.class));
        assertThat(Problem.KINDS.values()).doesNotHaveDuplicates();
    }
}
