package dev.jobport.adapters.persistence.format;

import static dev.jobport.contracts.fixtures.Samples.SECRET;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.action.ActionExecution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an input tells when its secrets do not open. What else it tells is in the stores' contracts. */
class InputJsonTest {

    private final SecretsKey key = new SecretsKey(new byte[SecretsKey.BYTES]);
    private final ActionExecution action = aJob().first().action();
    private final String stored = InputJson.write(new SealedAction(action, Optional.of(key)));

    private InputJson.Read read(Optional<String> keyId) {
        return InputJson.read(action.id().value(), stored, keyId, SecretsKeys.NONE);
    }

    @Test
    void without_the_key_only_the_secrets_are_lost() {
        InputJson.Read read = read(Optional.of(key.id()));

        assertThat(read.secrets()).containsExactly(SECRET);
        Map<String, String> open = new HashMap<>(action.input().configuration());
        open.remove(SECRET);
        assertThat(read.input().configuration()).isEqualTo(open);
        assertThat(read.input().inputArtifacts()).isEqualTo(action.input().inputArtifacts());
    }

    @Test
    void so_it_is_if_nothing_tells_which_key_it_was() {
        assertThat(read(Optional.empty()).input().configuration()).doesNotContainKey(SECRET);
    }
}
