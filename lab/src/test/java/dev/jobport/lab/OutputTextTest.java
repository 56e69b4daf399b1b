package dev.jobport.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as a worker prints them, and none without an end. */
class OutputTextTest {

    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        OutputText.lines(new StringReader(text), lines::add);
        return lines;
    }

    @Test
    void lines_end_as_they_do_on_any_system() throws IOException {
        assertThat(lines("a\nb\r\n\rc")).containsExactly("a", "b", "", "c");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void a_line_that_does_not_end_is_cut() throws IOException {
        String longest = "x".repeat(OutputText.LONGEST_LINE);

        assertThat(lines(longest + "y")).containsExactly(longest, "y");
        assertThat(lines(longest + "\ny")).containsExactly(longest, "y");
    }
}
