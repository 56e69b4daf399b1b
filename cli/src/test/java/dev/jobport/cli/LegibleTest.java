package dev.jobport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegibleTest {

    @Test
    void what_steers_a_terminal_or_breaks_a_line_is_shown_and_not_done() {
        assertThat(Legible.line("a\033[2Jb\u009b31mc\u202ed\re\nf\u2028g\u0007h\u200fi\uDB40\uDC01j"))
                .isEqualTo("a\\u001b[2Jb\\u009b31mc\\u202ed\\u000de\\u000af\\u2028g\\u0007h\\u200fi\\udb40\\udc01j");
    }

    @Test
    void all_other_text_stays_as_it_is() {
        String text = "Grüße \"an\" 中文 😀 \\u0041 <&>";

        assertThat(Legible.line(text)).isEqualTo(text);
    }

    @Test
    void no_line_of_an_indented_text_begins_like_one_of_the_log() {
        assertThat(Legible.indented(
                                "Failure: first\n2026-11-26T00:00:00.000Z ERROR forged\n\tat some.Place\nCaused by: x")
                        .lines())
                .containsExactly(
                        "\tFailure: first",
                        "\t2026-11-26T00:00:00.000Z ERROR forged",
                        "\t\tat some.Place",
                        "\tCaused by: x");
    }
}
