package dev.jobport.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes wrong before anything is sent. */
class ControlClientTest {

    @Test
    void a_token_that_no_header_can_hold_is_told_without_showing_it() {
        ControlClient client = new ControlClient(
                "http://127.0.0.1:1", Optional.of("open-\r\nsesame"), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> client.get("/jobs"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("JOBPORT_TOKEN")
                .hasMessageNotContaining("sesame");
    }
}
