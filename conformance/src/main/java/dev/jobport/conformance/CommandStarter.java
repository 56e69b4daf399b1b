package dev.jobport.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.cli.Legible;
import dev.jobport.conformance.json.ActionTypeJson;
import dev.jobport.conformance.wire.SetUpFailed;
import dev.jobport.contracts.worker.Started;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.JobId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts each action by a program of the user's. Its standard input is a JSON object with {@code endpoint},
 * {@code accountId}, {@code region}, {@code actionTypeId} and {@code configuration}. The first line that it prints, if
 * any, is the id of the action execution.
 */
final class CommandStarter implements Starter {

    private final Asked asked;
    private final Endpoint.ByCommand how;

    CommandStarter(Asked asked, Endpoint.ByCommand how) {
        this.asked = asked;
        this.how = how;
    }

    @Override
    public Patience patience() {
        return new Patience(how.patience());
    }

    @Override
    public Started start(ActionTypeId type, Map<String, String> configuration) {
        Account account = asked.endpoint().caller().account();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", asked.endpoint().uri().toString())
                .put("accountId", account.id())
                .put("region", account.region());
        json.set("actionTypeId", ActionTypeJson.write(type));
        ObjectNode given = json.putObject("configuration");
        configuration.forEach(given::put);
        return new ByName(
                run(json.toString()).lines().findFirst().map(String::strip).filter(it -> !it.isEmpty()));
    }

    /** @return what it printed */
    private String run(String json) {
        try {
            Path in = Files.createTempFile("jobport-start", ".json");
            Path out = Files.createTempFile("jobport-start", ".out");
            Path err = Files.createTempFile("jobport-start", ".err");
            try {
                Files.writeString(in, json);
                Process process = new ProcessBuilder(how.command())
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                try {
                    if (!process.waitFor(how.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                        throw failed("has not ended within " + how.patience().toSeconds() + " seconds");
                    }
                } finally {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
                if (process.exitValue() != 0) {
                    throw failed("ended with " + process.exitValue() + ": " + lastLine(err));
                }
                return read(out);
            } finally {
                Files.deleteIfExists(in);
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw failed("could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetUpFailed("interrupted", e);
        }
    }

    /** Bytes that are not UTF-8 are replaced. */
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static String lastLine(Path file) throws IOException {
        return read(file)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(Legible::line)
                .orElse("");
    }

    private SetUpFailed failed(String how) {
        return new SetUpFailed("the command that starts actions " + how);
    }

    private final class ByName implements Started {

        private final Optional<String> name;

        ByName(Optional<String> name) {
            this.name = name;
        }

        @Override
        public ActionExecutionId actionExecutionId() {
            return name.map(ActionExecutionId::new)
                    .orElseThrow(() -> asked.notes().missing(Capability.CONTROL));
        }

        @Override
        public JobId jobId() {
            return name.flatMap(it -> asked.notes()
                            .offered(job -> job.path("data")
                                    .path("pipelineContext")
                                    .path("action")
                                    .path("actionExecutionId")
                                    .asText()
                                    .equals(it)))
                    .orElseThrow(() -> asked.notes().missing(Capability.CONTROL));
        }

        @Override
        public void stop() {
            throw asked.notes().missing(Capability.STOP_ACTIONS);
        }
    }
}
