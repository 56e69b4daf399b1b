package dev.jobport.bootstrap;

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
}
