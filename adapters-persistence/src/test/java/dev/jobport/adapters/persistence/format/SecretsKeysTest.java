package dev.jobport.adapters.persistence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file of keys: the first one seals, and what is not as it should be is refused with what to do. */
class SecretsKeysTest {

    private static final String OLD = "b2xkIG9sZCBvbGQgb2xkIG9sZCBvbGQgb2xkIG9sZCE=";
    private static final String NEW = "bmV3IG5ldyBuZXcgbmV3IG5ldyBuZXcgbmV3IG5ldyE=";
    private static final String FORM =
            " Each line is a key, the first one seals. Make one with: openssl rand -base64 32.";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = directory.resolve("secrets.key");
    }

    private SecretsKeys read(String content) throws IOException {
        Files.writeString(file, content);
        return SecretsKeys.read(file);
    }

    @Test
    void the_first_key_seals_and_the_others_can_still_open() throws IOException {
        String oldId = read(OLD).sealing().orElseThrow().id();
        SecretsKeys keys = read("# since November\n" + NEW + "\r\n\n  " + OLD + "  \n");

        assertThat(keys.sealing().orElseThrow().id())
                .isEqualTo(read(NEW).sealing().orElseThrow().id())
                .isNotEqualTo(oldId);
        assertThat(keys.get(oldId).id()).isEqualTo(oldId);
        assertThat(keys.missing(List.of(oldId))).isEmpty();
    }

    @Test
    void a_key_that_is_not_there_is_missed_by_its_name() throws IOException {
        assertThat(read(NEW).missing(List.of("0a1b2c3d")))
                .contains("it holds secrets that were sealed with the key 0a1b2c3d; give the server a secrets key file"
                        + " with that key");
        assertThatThrownBy(() -> SecretsKeys.NONE.get("0a1b2c3d"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0a1b2c3d");
    }

    @Test
    void a_file_that_is_missing_is_refused() {
        assertThatThrownBy(() -> SecretsKeys.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The secrets key file " + file + " cannot be read (NoSuchFileException)." + FORM);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_is_refused_and_not_waited_for() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> SecretsKeys.read(file))
                .hasMessage("The secrets key file " + file + " is no regular file." + FORM);
    }

    @Test
    void a_file_without_a_key_is_refused() {
        refuses("# none yet\n\n", "There is no key in the secrets key file " + file + "." + FORM);
    }

    @Test
    void a_key_that_is_too_short_is_refused() {
        refuses(OLD + "\nc2hvcnQ=", "The secrets key file " + file + " has a key of 5 bytes instead of 32." + FORM);
    }

    @Test
    void a_line_that_is_not_base64_is_refused_and_not_shown() {
        refuses("my password!", "The secrets key file " + file + " has a line that is not Base64." + FORM);
    }

    private void refuses(String content, String why) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(why);
    }

    @Test
    void keys_do_not_show_themselves() throws IOException {
        assertThat(read(OLD))
                .hasToString("SecretsKeys[" + read(OLD).sealing().orElseThrow().id() + "]");
    }
}
