package dev.jobport.adapters.persistence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A sealed secret tells nothing, and can be opened with its key, at its place, and unaltered only. */
class SecretsKeyTest {

    private static final String SECRET = "s3cret Schlüssel 🔑";

    private final SecretsKey key = key(1);

    private static SecretsKey key(int fill) {
        byte[] bytes = new byte[SecretsKey.BYTES];
        Arrays.fill(bytes, (byte) fill);
        return new SecretsKey(bytes);
    }

    @Test
    void what_was_sealed_can_be_opened() {
        assertThat(key(1).open(key.seal(SECRET, "here"), "here")).isEqualTo(SECRET);
        assertThat(key.open(key.seal("", "here"), "here")).isEmpty();
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertThat(key.seal(SECRET, "here")).isNotEqualTo(key.seal(SECRET, "here"));
    }

    @Test
    void it_cannot_be_opened_with_another_key() {
        String sealed = key.seal(SECRET, "here");

        assertThatThrownBy(() -> key(2).open(sealed, "here")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_cannot_be_opened_at_another_place() {
        String sealed = key.seal(SECRET, "here");

        assertThatThrownBy(() -> key.open(sealed, "there"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the secret at there is not as it was sealed with key " + key.id());
    }

    @Test
    void no_byte_of_it_can_be_changed_and_none_left_out() {
        byte[] sealed = Base64.getDecoder().decode(key.seal(SECRET, "here"));

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            refuses(changed);
            refuses(Arrays.copyOf(sealed, i));
        }
        refuses(Arrays.copyOf(sealed, sealed.length + 1));
        assertThatThrownBy(() -> key.open("not Base64", "here")).isInstanceOf(IllegalStateException.class);
    }

    private void refuses(byte[] sealed) {
        String text = Base64.getEncoder().encodeToString(sealed);
        assertThatThrownBy(() -> key.open(text, "here")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_has_a_name_of_its_own_that_does_not_change() {
        assertThat(key.id()).isEqualTo(key(1).id()).hasSize(8).isNotEqualTo(key(2).id());
        assertThat(key).hasToString("SecretsKey[" + key.id() + "]");
    }
}
