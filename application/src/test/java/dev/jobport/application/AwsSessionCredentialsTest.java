package dev.jobport.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwsSessionCredentialsTest {

    @Test
    void they_never_show_themselves() {
        assertThat(new AwsSessionCredentials("ASIA-access", "secret-key", "session-token"))
                .hasToString("AwsSessionCredentials[****]");
    }
}
