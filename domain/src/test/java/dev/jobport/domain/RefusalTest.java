package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

    static List<String> everyName() {
        return Arrays.stream(Refusal.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyName")
    void every_refusal_can_be_told_back_by_its_name_with_the_very_sentence(String name) {
        Refusal told = Refusal.told(name, "No job with id 'x'.").orElseThrow();

        assertThat(told.name()).isEqualTo(name);
        assertThat(told).hasMessage("No job with id 'x'.").hasNoCause();
    }

    @Test
    void a_name_of_no_refusal_tells_nothing() {
        assertThat(Refusal.told("OutOfPaper", "none left")).isEmpty();
        assertThat(Refusal.names()).containsExactlyInAnyOrderElementsOf(everyName());
    }
}
