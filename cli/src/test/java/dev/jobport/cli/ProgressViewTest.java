package dev.jobport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressViewTest {

    private final StringWriter out = new StringWriter();
    private final ProgressView view = new ProgressView(new PrintWriter(out), true);

    @Test
    void a_terminal_sees_one_bar_that_is_redrawn_in_place() {
        view.show(report(10));
        view.show(report(20));
        view.end();

        assertThat(out.toString()).containsOnlyOnce(System.lineSeparator()).endsWith(System.lineSeparator());
        assertThat(out.toString())
                .contains("\r\033[?7l[###---", "\r\033[?7l[######---")
                .contains(" 20 %  going");
    }

    @Test
    void a_terminal_sees_what_is_said_above_the_bar() {
        view.show(report(10));
        out.getBuffer().setLength(0);

        view.say("worker    hello");

        assertThat(out.toString())
                .startsWith("\r\033[Kworker    hello" + System.lineSeparator())
                .contains("[###---");
    }

    @Test
    void nothing_is_drawn_when_nothing_changed() {
        view.show(report(10));
        out.getBuffer().setLength(0);

        view.show(report(10));

        assertThat(out.toString()).isEmpty();
    }

    private static JsonNode report(int percent) {
        return ControlClient.JSON
                .createObjectNode()
                .put("percentComplete", percent)
                .put("summary", "going");
    }
}
