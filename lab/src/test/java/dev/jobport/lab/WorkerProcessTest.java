package dev.jobport.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.OutputLine;
import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.history.Vantage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A worker that is a process runs in a lab, is seen, and is ended with its block. */
class WorkerProcessTest {

    private final Lab lab = Lab.builder().actionType("Custom/Build/Own/1").start();

    @AfterEach
    void close() {
        lab.close();
    }

    private static ProcessBuilder shell(String script) {
        return new ProcessBuilder("sh", "-c", script);
    }

    private <T extends Event> List<T> seen(Class<T> kind) {
        return lab.history().events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void what_it_prints_is_kept_without_secrets_and_it_is_ended_with_its_block() {
        assertThat(lab.history().heading().seenFrom()).doesNotContain(Vantage.PROCESS, Vantage.OUTPUT);
        WorkerProcess worker = lab.run(shell("echo $JOBPORT_ACTION_TYPE $AWS_SECRET_ACCESS_KEY; exec sleep 60"));
        try (worker) {
            while (worker.lastWords().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(worker.isAlive()).isTrue();
        }

        assertThat(worker.isAlive()).isFalse();
        assertThat(seen(OutputLine.class)).extracting(OutputLine::line).containsExactly("Custom/Build/Own/1 #c1");
        assertThat(seen(ProcessEvent.class))
                .extracting(it -> it.kind() + " " + it.process() + " " + it.detail())
                .containsExactly(
                        "STARTED worker-1 sh -c echo $JOBPORT_ACTION_TYPE $AWS_SECRET_ACCESS_KEY; exec sleep 60",
                        "SIGNALLED worker-1 SIGTERM",
                        "ENDED worker-1 143");
        assertThat(lab.history().heading().seenFrom()).contains(Vantage.PROCESS, Vantage.OUTPUT);
    }

    @Test
    void no_proxy_stands_between_it_and_the_lab() throws InterruptedException {
        assertThat(Surroundings.withLoopback(null)).isEqualTo("127.0.0.1");
        assertThat(Surroundings.withLoopback("internal.example")).isEqualTo("internal.example,127.0.0.1");

        WorkerProcess worker = lab.run(shell("echo $NO_PROXY $no_proxy"));
        while (worker.isAlive()) {
            Thread.sleep(5);
        }
        worker.close();
        assertThat(worker.lastWords()).containsPattern("127\\.0\\.0\\.1 (.*,)?127\\.0\\.0\\.1$");
    }

    @Test
    void one_that_has_ended_by_itself_is_told_and_closed_once_more_without_harm() throws InterruptedException {
        WorkerProcess worker = lab.run(shell("echo enough >&2; exit 3"));
        while (worker.isAlive()) {
            Thread.sleep(5);
        }
        worker.close();
        worker.close();

        assertThat(worker.lastWords()).isEqualTo("enough");
        assertThat(seen(ProcessEvent.class)).extracting(ProcessEvent::detail).endsWith("3");
    }

    @Test
    void one_that_does_not_listen_is_killed_with_all_that_it_started() {
        WorkerProcess worker = lab.run(shell("trap '' TERM; sleep 4712 & echo up; wait; sleep 4712"));
        while (worker.lastWords().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(worker.askToEnd(Duration.ofMillis(50))).isFalse();
        assertThat(seen(ProcessEvent.class))
                .extracting(ProcessEvent::detail)
                .containsSubsequence("SIGTERM", "SIGKILL", "137");
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .filter(it -> it.info().commandLine().orElse("").contains("4712")))
                .isEmpty();
    }

    @Test
    void one_whose_block_never_ends_is_ended_with_the_lab() {
        WorkerProcess worker = lab.run(shell("exec sleep 60"));
        lab.close();

        assertThat(worker.isAlive()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_it_left_behind_when_it_ended_is_ended_with_the_lab() throws InterruptedException {
        WorkerProcess worker = lab.run(shell("(sleep 47131 &); (sh -c 'sleep 47131 & exit' &); sleep 0.1"));
        while (worker.isAlive()) {
            Thread.sleep(5);
        }
        assertThat(leftBehind()).hasSize(2);

        lab.close();

        assertThat(leftBehind()).isEmpty();
    }

    private static List<String> leftBehind() {
        return ProcessHandle.allProcesses()
                .map(it -> it.info().commandLine().orElse(""))
                .filter(it -> it.endsWith("sleep 47131"))
                .toList();
    }

    @Test
    void a_program_that_does_not_exist_is_told() {
        assertThatThrownBy(() -> lab.run(new ProcessBuilder("no-such-program-anywhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no-such-program-anywhere");
    }
}
