package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shell can complete the commands. */
class CompletionCommandTest extends WithFakeControlApi {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void the_script_names_the_commands_and_their_options_and_not_what_is_hidden(String shell) {
        assertThat(run("completion", shell)).isZero();

        assertThat(out.toString())
                .contains("serve", "action-type", "rotate", "--dispatch-lease", "--max-bytes-in-flight", "compinit")
                .doesNotContain("warm-up");
    }

    @Test
    void bash_completes_with_it() throws Exception {
        run("completion", "bash");
        Path script = Files.writeString(directory.resolve("jobport.bash"), out.toString());

        assertThat(completed(script, "action-type", "sh")).containsExactly("show");
        assertThat(completed(script, "ser")).containsExactly("serve");
        assertThat(completed(script, "client", "create", "--client-")).contains("--client-id", "--client-token");
    }

    private List<String> completed(Path script, String... words) throws Exception {
        String line = "jobport " + String.join(" ", words);
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source '" + script + "'; COMP_WORDS=(" + line + "); COMP_CWORD=" + words.length
                                + "; COMP_LINE='"
                                + line
                                + "'; COMP_POINT=${#COMP_LINE}; $(complete -p jobport | sed 's/.*-F \\([^"
                                + " ]*\\).*/\\1/'); printf '%s\\n"
                                + "' \"${COMPREPLY[@]}\"")
                .redirectError(ProcessBuilder.Redirect.DISCARD) // it misses the line that is edited
                .start();
        return new String(bash.getInputStream().readAllBytes()).lines().toList();
    }

    @Test
    void a_shell_that_cannot_use_it_is_refused() {
        assertThat(run("completion", "fish")).isEqualTo(2);

        assertThat(err.toString()).contains("bash", "zsh");
    }
}
