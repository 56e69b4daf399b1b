package dev.jobport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the process says and exits with, whatever the worker is. */
class VerifyWorkerCommandTest {

    @TempDir
    Path folder;

    private Path usual;

    @BeforeEach
    void setUp() {
        usual = folder.resolve("jobport-history.jsonl");
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new VerifyWorkerCommand(usual))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("--action-type", "Custom/Build/Own/1"), Stream.of(args))
                        .toArray(String[]::new));
    }

    private int run(String[] options, List<String> command) {
        return run(Stream.of(Stream.of(options), Stream.of("--"), command.stream())
                .flatMap(it -> it)
                .toArray(String[]::new));
    }

    @Test
    void wrong_arguments_are_told_before_anything_is_run() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--require", "CLAIM-77", "--", "false")).isEqualTo(2);
        assertThat(run("--fail-on", "everything", "--", "false")).isEqualTo(2);
        assertThat(run("--scenario", "a picnic", "--", "false")).isEqualTo(2);
        assertThat(run("--watch", "soon", "--", "false")).isEqualTo(2);
        assertThat(run("--patience", "PT2562047788015215H", "--", "false")).isEqualTo(2);
        assertThat(run("--baseline", "no/such/file", "--", "false")).isEqualTo(2);
        assertThat(run("--report", "json=no/such/folder/verdict.json", "--", "false"))
                .isEqualTo(2);
        assertThat(run("--job", "nothing", "--", "false")).isEqualTo(2);
        assertThat(run("--input-artifact", "Source=no/such/file", "--", "false"))
                .isEqualTo(2);
        assertThat(run("--query", "a=1", "--query", "b=2", "--", "false")).isEqualTo(2);
        assertThat(run(
                        "--secret=s=12345678",
                        "--job=a=1",
                        "--job=b=2",
                        "--job=c=3",
                        "--job=d=4",
                        "--job=e=5",
                        "--",
                        "false"))
                .isEqualTo(2);
        assertThat(run("--secret=Token=test", "--", "false")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "the worker's command is missing",
                        "know no CLAIM-77",
                        "no scenario or group 'a picnic'",
                        "cannot write no/such",
                        "the secret Token has to be of 8 characters at least");
    }

    @Test
    void a_program_that_does_not_exist_is_no_worker() {
        assertThat(run("--", "no-such-program-anywhere")).isEqualTo(4);
        assertThat(err.toString()).contains("cannot be run", "no-such-program-anywhere");
    }

    @Test
    void a_program_that_ends_before_it_polls_is_no_worker_and_its_last_words_are_told_without_secrets() {
        assertThat(run("--", "sh", "-c", "echo no luck at $JOBPORT_ENDPOINT with $AWS_SECRET_ACCESS_KEY; exit 3"))
                .isEqualTo(4);
        assertThat(err.toString())
                .contains("ended before it polled", "no luck at http://127.0.0.1:", "with #c")
                .doesNotContain("jobport-lab-secret");
    }

    @Test
    void a_program_that_only_waits_is_ended_with_all_that_it_started() {
        assertThat(run("--patience", "500ms", "--", "sh", "-c", "sleep 4711 & sleep 4711; true"))
                .isEqualTo(4);
        assertThat(err.toString()).contains("was ended after PT0.5S");
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void a_worker_that_never_takes_a_job_proves_nothing() {
        String[] plain = {"--scenario", "a job", "--patience", "8s", "--watch", "1s"};

        assertThat(run(plain, ProcessWorker.command("Custom/Build/Own/2"))).isEqualTo(3);
        assertThat(out.toString())
                .contains("Jobport: inconclusive: the worker never took a job; its last poll was refused with"
                        + " ActionTypeNotFoundException: ")
                .contains("given up, because nothing more was done for 8.0 s (--patience): a job");
        assertThat(run(plain, ProcessWorker.command("Custom/Build/Own/1"))).isEqualTo(3);
        assertThat(out.toString())
                .contains("inconclusive: the worker never took a job; it acknowledged none that it was offered");
    }

    @Test
    void the_history_of_a_worker_that_breaks_a_rule_is_kept_and_named() {
        assertThat(run(
                        new String[] {"--scenario", "a job", "--patience", "8s", "--watch", "1s"},
                        ProcessWorker.command("Custom/Build/Own/1", "acknowledge")))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("REPORT-2 error", "no result came within 8.0 s (--patience).")
                .contains("    history: " + usual + " (jobport verdict " + usual + " judges it again)");
        assertThat(usual).content().contains("\"op\":\"AcknowledgeJob\"");
    }

    @Test
    void reports_are_written_of_a_program_that_is_no_worker_too() {
        assertThat(run(
                        "--report",
                        "junit=" + folder.resolve("j"),
                        "--report",
                        "history=" + folder.resolve("h"),
                        "--",
                        "false"))
                .isEqualTo(4);
        assertThat(folder.resolve("j"))
                .content()
                .contains("inconclusive: no rule was seen to be kept; the worker ended before it polled.");
        assertThat(folder.resolve("h")).content().contains("\"t\":");
    }

    @Test
    void a_worker_that_ends_by_itself_proves_nothing() {
        String[] plain = {"--scenario", "plain"};

        assertThat(run(plain, ProcessWorker.command("Custom/Build/Own/1", "acknowledge", "succeed", "end")))
                .isEqualTo(3);
        assertThat(out.toString()).contains("Jobport: inconclusive: the worker ended by itself in '");
    }

    @Test
    void placeholders_stand_for_the_lab() {
        run("--", "sh", "-c", "echo {actionType} at {endpoint}; exit 1");

        assertThat(err.toString()).contains("Custom/Build/Own/1 at http://127.0.0.1:");
    }

    @Test
    void a_dry_run_lists_scenarios_and_rules_and_starts_nothing() {
        assertThat(run("--dry-run", "--quick")).isZero();
        assertThat(out.toString())
                .contains("a rival is faster", "a failing job  (give --failing-job)", "(left out by --quick)")
                .contains("CLAIM-3");
    }
}
