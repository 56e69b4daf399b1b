package dev.jobport.verify.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.cli.CommandFailed;
import dev.jobport.lab.Lab;
import dev.jobport.verdict.history.ActionStarted;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.LifeEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each scene ends as it says, as the lab has seen it. */
class LabScenesTest {

    private final Lab lab = Lab.builder().actionType(JobWorker.TYPE).seed(7).start();
    private final StringWriter told = new StringWriter();

    @AfterEach
    void close() {
        lab.close();
    }

    private void play(BiConsumer<Lab, Teller> scene) {
        scene.accept(lab, new Teller(new PrintWriter(told), () -> {}));
        lab.faults().requireAllHappened();
        assertThat(told.toString().lines().filter(line -> line.matches(" +worker \\w +[A-Z]\\w+( .*)?")))
                .as("calls that were told")
                .hasSameSizeAs(exchanges());
    }

    private <T extends Event> List<T> seen(Class<T> kind) {
        return lab.history().events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private List<Exchange> exchanges() {
        return seen(Exchange.class);
    }

    private List<String> statuses() {
        return seen(LifeEvent.class).stream().map(LifeEvent::to).toList();
    }

    private List<String> errors() {
        return exchanges().stream().flatMap(it -> it.answer().error().stream()).toList();
    }

    @Test
    void the_job_of_a_worker_that_died_is_done_by_another() {
        play(LabScenes::lapsedLease);

        assertThat(statuses())
                .containsExactly("Created", "Queued", "Dispatched", "Queued", "Dispatched", "InProgress", "Succeeded");
        assertThat(lab.time().ahead()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
    }

    @Test
    void of_two_pollers_one_has_the_job() {
        play(LabScenes::twoPollers);

        assertThat(statuses()).containsExactly("Created", "Queued", "Dispatched", "InProgress", "Succeeded");
        assertThat(told.toString().lines().filter(line -> line.endsWith("200 no job")))
                .hasSize(2);
    }

    @Test
    void the_worker_with_the_older_nonce_is_refused() {
        play(LabScenes::deadNonce);

        assertThat(errors()).containsExactly("InvalidNonceException");
        assertThat(statuses()).endsWith("Queued", "Dispatched", "InProgress", "Succeeded");
    }

    @Test
    void what_is_repeated_after_a_lost_answer_happens_once() {
        play(LabScenes::lostAnswer);

        assertThat(errors()).containsExactly("InvalidNonceException", "InvalidJobStateException");
        assertThat(statuses()).containsExactly("Created", "Queued", "Dispatched", "InProgress", "Succeeded");
        assertThat(told.toString().lines().filter(line -> line.contains("no answer")))
                .hasSize(2);
    }

    @Test
    void a_continuation_makes_a_second_job_of_the_same_action() {
        play(LabScenes::continuation);

        assertThat(seen(ActionStarted.class)).hasSize(1);
        assertThat(seen(LifeEvent.class).stream().map(LifeEvent::job).distinct())
                .hasSize(2);
        assertThat(statuses()).filteredOn("Succeeded"::equals).hasSize(2);
    }

    @Test
    void an_hour_passes_and_the_job_times_out() {
        play(LabScenes::timeout);

        assertThat(statuses()).endsWith("InProgress", "TimedOut");
        assertThat(errors()).containsExactly("InvalidJobStateException");
        assertThat(told.toString()).contains("jumps ahead by 60 min");
    }

    @Test
    void a_scene_that_goes_another_way_says_so() {
        lab.faults().add("500@AcknowledgeJob");

        assertThatThrownBy(() -> play(LabScenes::deadNonce))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("this should have happened, and did not: the nonce of worker A is dead");
        assertThat(told.toString()).contains("500 ").doesNotContain("InvalidNonceException");
    }

    @Test
    void every_scene_names_a_file_to_read() {
        assertThat(Scenes.ALL.stream().map(Scene::read))
                .allSatisfy(file -> assertThat(Path.of("..", file)).isRegularFile());
    }
}
