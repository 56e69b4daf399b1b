package dev.jobport.verify.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LessonCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new LessonCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Test
    void single_scenes_are_chosen_by_number_and_by_name() {
        assertThat(run("--only", "timeout,3")).isZero();

        assertThat(out.toString())
                .contains("3. A dead nonce", "6. A timeout", "Read: docs/course/10-judging-a-worker.md")
                .doesNotContain("1. A lapsed lease", "7. A crash");
    }

    @Test
    void a_scene_that_does_not_exist_is_refused_with_those_that_do() {
        assertThat(run("--only", "picnic")).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("there is no scene 'picnic'", "1 to 7", "lapsed-lease, two-pollers");
    }

    @Test
    void there_is_a_pause_after_each_step() {
        AtomicInteger pauses = new AtomicInteger();
        Teller teller = new Teller(new PrintWriter(out), pauses::incrementAndGet);
        Scene scene = Scenes.ALL.get(2);

        teller.begin(3, scene);
        scene.play().accept(teller);
        teller.end(scene);

        assertThat(out.toString().lines().filter(line -> line.matches("   (pipeline|worker|time|server) .*")))
                .hasSize(pauses.get() - 2);
    }
}
