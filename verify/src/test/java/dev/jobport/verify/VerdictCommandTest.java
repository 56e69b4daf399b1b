package dev.jobport.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.report.Report;
import dev.jobport.verdict.rules.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A history that was kept is judged again as it was. */
class VerdictCommandTest {

    @Test
    void a_history_from_a_file_gets_the_verdict_that_it_got_at_once(@TempDir Path folder) throws IOException {
        Sin sin = Sin.all().stream()
                .filter(it -> it.rule().equals("CLAIM-3"))
                .findFirst()
                .orElseThrow();
        RuleSet rules = RuleSet.newest();
        History history = new Programme(
                        sin.given(), WorkerThread.starter(sin.name(), sin.worker()), new Progress(line -> {}, rules))
                .run()
                .history();
        Path kept = Files.writeString(
                folder.resolve("history"),
                HistoryLines.of(history).map(line -> line + "\n").collect(Collectors.joining()));
        Path again = folder.resolve("verdict.json");

        int code = new CommandLine(new VerdictCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .execute(kept.toString(), "--report", "json=" + again);

        assertThat(code).isEqualTo(1);
        assertThat(Files.readString(again).strip())
                .isEqualTo(Report.JSON.of(rules.judge(history), Demands.USUAL).strip());
    }
}
