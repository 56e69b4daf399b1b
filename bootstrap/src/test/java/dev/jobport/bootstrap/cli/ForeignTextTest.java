package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.cli.ControlClient;
import dev.jobport.cli.ProgressView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What workers and servers wrote is shown on a terminal and does nothing there. */
class ForeignTextTest extends WithFakeControlApi {

    /** The screen, the clipboard, the title, a bell, a line of ours, C1, the direction of writing, other line ends. */
    private static final String HOSTILE =
            "a\033[2J\033]52;c;cm0=\007\033]0;t\007b\r\nStatus              Succeeded\u009b31m"
                    + "\u202e\u2066c\u007f\u0085\u2028\u2029\u200f\uDB40\uDC01d\0";

    private static final String START = "POST /control/v1/action-executions";
    private static final String SHOW = "GET /control/v1/action-executions/a-1";
    private static final String LIST = "GET /control/v1/action-executions";

    @Test
    void all_of_an_action_is_shown_harmlessly() {
        server.answers(SHOW, 200, failed().toString());

        assertThat(jobport("action", "show", "a-1")).isZero();

        assertThatNothingIsDone(out.toString());
        assertThat(out.toString().lines().filter(line -> line.startsWith("Status")))
                .containsExactly("Status              Failed");
        assertThat(out.toString())
                .contains(
                        "Summary             a\\u001b[2J\\u001b]52;c;cm0=\\u0007", "\\u009b31m\\u202e\\u2066c\\u007f");
    }

    @Test
    void lists_have_one_line_for_each_action_and_one_for_the_next_page() {
        ObjectNode answer = ControlClient.JSON.createObjectNode().put("nextToken", HOSTILE);
        answer.putArray("actionExecutions").add(failed());
        server.answers(LIST, 200, answer.toString());

        assertThat(jobport("action", "list")).isZero();

        assertThatNothingIsDone(out.toString());
        assertThat(out.toString().lines()).hasSize(3);
    }

    @Test
    void waiting_shows_progress_and_failure_harmlessly() {
        server.answers(
                        START,
                        201,
                        ControlClient.JSON
                                .createObjectNode()
                                .put("actionExecutionId", "a-1")
                                .toString())
                .answers(SHOW, 200, failed().toString());

        assertThat(jobport("action", "start", "--wait")).isEqualTo(1);

        assertThatNothingIsDone(out.toString());
        assertThat(out.toString().lines()).hasSize(4).last().asString().startsWith("Failed " + "a\\u001b[2J");
    }

    @Test
    void on_a_terminal_nobody_but_the_progress_itself_steers_it() {
        StringWriter screen = new StringWriter();
        ProgressView view = new ProgressView(new PrintWriter(screen), true);

        view.show(failed());
        view.say("worker " + HOSTILE);

        assertThat(screen.toString().replaceAll("\\r(\033\\[K|\033\\[\\?7l)|\033\\[K\033\\[\\?7h", ""))
                .satisfies(ForeignTextTest::assertThatNothingIsDone);
    }

    @Test
    void json_is_still_the_same_json() throws IOException {
        server.answers(SHOW, 200, failed().toString());

        assertThat(jobport("action", "show", "a-1", "--json")).isZero();

        assertThatNothingIsDone(out.toString());
        assertThat(ControlClient.JSON.readTree(out.toString())).isEqualTo(failed());
    }

    @Test
    void a_refusal_is_told_harmlessly_and_in_one_line() {
        ObjectNode problem = ControlClient.JSON.createObjectNode().put("title", HOSTILE);
        problem.putArray("errors").addObject().put("path", HOSTILE).put("message", HOSTILE);
        ObjectNode detailed =
                ControlClient.JSON.createObjectNode().put("title", "t").put("detail", HOSTILE);
        server.answers(SHOW, 400, problem.toString()).answers(SHOW, 404, detailed.toString());

        assertThat(jobport("action", "show", "a-1")).isEqualTo(1);
        assertThat(jobport("action", "show", "a-1")).isEqualTo(1);

        assertThatNothingIsDone(err.toString());
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("jobport action show: "));
    }

    @Test
    void a_wrong_argument_is_told_harmlessly_and_in_one_line() {
        assertThat(jobport("action-type", "show", HOSTILE)).isEqualTo(2);

        assertThatNothingIsDone(err.toString());
        assertThat(err.toString().lines()).hasSize(1);
    }

    private static void assertThatNothingIsDone(String printed) {
        assertThat(printed.replace(System.lineSeparator(), "").codePoints()).noneMatch(c -> switch (Character.getType(
                c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    private static JsonNode failed() {
        ObjectNode action = ControlClient.JSON
                .createObjectNode()
                .put("actionExecutionId", "a-1")
                .put("status", "Failed")
                .put("clientId", HOSTILE)
                .put("percentComplete", 40)
                .put("summary", HOSTILE)
                .put("externalExecutionId", HOSTILE)
                .put("entityUrl", HOSTILE);
        action.putObject("actionTypeId")
                .put("owner", "Custom")
                .put("category", "Test")
                .put("provider", HOSTILE)
                .put("version", "1");
        action.putObject("errorDetails").put("code", HOSTILE).put("message", HOSTILE);
        action.putObject("configuration").put(HOSTILE, HOSTILE);
        action.putObject("outputVariables").put(HOSTILE, HOSTILE);
        ObjectNode job = action.putArray("jobs").addObject().put("jobId", HOSTILE);
        job.putArray("transitions").addObject().put("status", HOSTILE).put("at", "2026-11-01T10:00:00.000Z");
        return action;
    }
}
