package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.RefusedCaller;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Who changed what can be read in the log, and who was refused is told. */
class AuditTest {

    private static final String TOKEN = "open-sesame-open-sesame";
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");
    private static final String CLIENT = "0e0b7c5a-63f8-4f0e-8f4b-2a2f9d3b6f10";

    @TempDir
    private Path directory;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger audit = (Logger) LoggerFactory.getLogger("audit");
    private final List<RefusedCaller> refused = new CopyOnWriteArrayList<>();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        Path file = Files.writeString(
                directory.resolve("credentials.json"), """
                    {"keys":[{"accessKeyId":"AKIDEXAMPLE","secretAccessKey":"SECRET","actionTypes":["*/*/*/*"]}],
                     "controlTokens":["open-sesame-open-sesame"]}
                    """.replace("SECRET", DoorkeeperSamples.SECRET));
        server = new TestServer(Doorkeeper.withCredentials(file, List.of(DoorkeeperSamples.ACCOUNT), () -> NOW)
                .telling(refused::add));
        lines.start();
        audit.setLevel(Level.INFO);
        audit.addAppender(lines);
    }

    @AfterEach
    void stop() {
        server.close();
        audit.detachAppender(lines);
        audit.setLevel(null);
    }

    @Test
    void each_change_is_told_with_who_asked_what_it_is_about_and_what_became_of_it() {
        server.ports.answer(new RegisteredClient(new ClientId(CLIENT), new ClientToken("never-told-token")));

        assertThat(control("POST", "/control/v1/clients").statusCode()).isEqualTo(201);

        assertThat(told())
                .containsEntry("who", "a token of " + DoorkeeperSamples.ACCOUNT.id())
                .containsEntry("account", DoorkeeperSamples.ACCOUNT.toString())
                .containsEntry("what", "POST")
                .containsEntry("resource", "clients/" + CLIENT)
                .containsEntry("outcome", "ok");
        assertThat(lines.list.toString()).doesNotContain("never-told-token", TOKEN);
    }

    @Test
    void a_change_that_is_refused_is_told_too() {
        server.ports.fail(new Refusal.ClientNotFound(new ClientId(CLIENT)));

        assertThat(control("DELETE", "/control/v1/clients/" + CLIENT).statusCode())
                .isEqualTo(404);

        assertThat(told()).containsEntry("resource", "clients/" + CLIENT).containsEntry("outcome", "client-not-found");
    }

    @Test
    void who_only_looks_or_is_not_let_in_changes_nothing_and_leaves_no_line() {
        server.ports.fail(new Refusal.ClientNotFound(new ClientId(CLIENT)));

        control("GET", "/control/v1/clients");
        server.send("POST", "/control/v1/clients", "{}");

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_worker_who_may_not_do_what_it_asks_for_is_told() {
        server.ports.fail(new Refusal.AccessDenied(ACTION_TYPE));
        byte[] body = ("{\"jobId\":\"" + JOB_ID.value() + "\"}").getBytes();

        var response = server.send(DoorkeeperSamples.signed(
                        server.to("/"),
                        "POST",
                        server.uri("/").toString(),
                        body,
                        "AKIDEXAMPLE",
                        DoorkeeperSamples.ACCOUNT.region(),
                        Map.of(
                                "Content-Type",
                                "application/x-amz-json-1.1",
                                "X-Amz-Target",
                                "CodePipeline_20150709.GetJobDetails"),
                        NOW)
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(response.body()).contains("AccessDeniedException");
        assertThat(refused).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("AccessDenied");
            assertThat(one.accessKeyId()).contains("AKIDEXAMPLE");
        });
    }

    private HttpResponse<String> control(String method, String path) {
        return server.send(server.to(path)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}")));
    }

    private Map<String, String> told() {
        assertThat(lines()).hasSize(1);
        return lines.list.get(0).getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    /** A line may be written after its request was answered, and before the server has stopped. */
    private List<ILoggingEvent> lines() {
        server.close();
        return lines.list;
    }
}
