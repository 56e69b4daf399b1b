package dev.jobport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomIdentifiersTest {

    private final RandomIdentifiers identifiers = new RandomIdentifiers();

    @Test
    void ids_begin_with_the_time() {
        long before = System.currentTimeMillis();
        UUID id = UUID.fromString(identifiers.newJobId().value());
        long after = System.currentTimeMillis();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
    }

    @Test
    void ids_made_at_the_same_time_differ() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(identifiers.newJobId().value());
            ids.add(identifiers.newActionExecutionId().value());
        }

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void secrets_are_random_throughout() {
        assertThat(Stream.generate(identifiers::newNonce)
                        .limit(100)
                        .map(nonce -> nonce.value().charAt(0)))
                .as("first characters of nonces")
                .anyMatch(first -> first < 'a')
                .anyMatch(first -> first >= 'a');
    }
}
