package dev.jobport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class SettingsTest {

    /** No host means any address to a socket, and the loopback address to who looks it up. */
    @Test
    void without_a_host_there_are_no_settings() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Settings(null, 0, "memory"))
                .withMessageContaining("host");
    }

    @Test
    void what_is_told_of_them_holds_no_password() {
        assertThat(new Settings("127.0.0.1", 0, "postgres://user:s3cret@db/jobs").toString())
                .contains("store=postgres", "retention=PT2160H")
                .doesNotContain("s3cret", "user");
    }
}
