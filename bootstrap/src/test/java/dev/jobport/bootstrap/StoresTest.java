package dev.jobport.bootstrap;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.StoreKind.Capability;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {

    private final MeterRegistry meters = new CompositeMeterRegistry();

    @TempDir
    Path directory;

    @Test
    void what_is_none_is_told_which_there_are_and_never_its_place() {
        for (String wrong : List.of("memory:s3cret", "sqlite", "sqlite: ", "nothing:s3cret")) {
            assertThatThrownBy(() -> Stores.open(wrong, Optional.empty(), meters))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("There is no store '")
                    .hasMessageEndingWith("; use one of memory, sqlite:PATH, postgres:URL.")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void a_store_that_would_keep_secrets_as_they_are_is_refused_when_there_is_a_key() throws IOException {
        Path keys = Files.writeString(directory.resolve("keys"), "c2VjcmV0cyBhcmUgc2VhbGVkIGluIHRlc3RzIHRvby4=");

        assertThatThrownBy(() -> Stores.open(kind(Set.of(Capability.DURABLE)), "plain:x", Optional.of(keys), meters))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The store 'plain:PLACE' cannot encrypt secrets; start without a secrets key, or name a"
                        + " store that can.");
        assertThatNoException()
                .isThrownBy(() -> Stores.open(kind(Set.of(Capability.DURABLE)), "plain:x", Optional.empty(), meters));
        assertThatNoException().isThrownBy(() -> Stores.open(kind(Set.of()), "plain:x", Optional.of(keys), meters));
    }

    private static StoreKind kind(Set<Capability> capabilities) {
        return new StoreKind(
                List.of("plain"), Optional.of("PLACE"), capabilities, (place, keys, meters) -> new MemoryStore());
    }
}
