package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.ACTION_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.domain.Refusal;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers wait for an action execution's end without holding a thread, and longer than a connection may idle. */
class WaitingTest {

    private static final String WAIT =
            "/control/v1/action-executions/ac710000-0000-4000-8000-000000000004?waitSeconds=";

    private final TestServer server = new TestServer(TestServer.IDLE_TIMEOUT);
    private final CompletableFuture<ActionExecutionReport> end = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_wait_is_answered_when_the_action_ends() throws Exception {
        server.ports.answer(end);
        var answer = send("60");
        awaitCalls(1);

        assertThat(server.ports.calls())
                .containsExactly(List.of("awaitActionExecution", ACTION_ID, Duration.ofSeconds(60)));
        assertThat(answer).isNotDone();
        end.complete(SampleJson.failed());

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains("\"status\":\"Failed\"");
    }

    @Test
    void a_wait_outlasts_the_idle_timeout_of_its_connection() throws Exception {
        server.ports.answer(end);
        var answer = send("60");
        awaitCalls(1);

        end.completeOnTimeout(SampleJson.running(), 4 * TestServer.IDLE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void more_may_wait_than_the_server_has_threads() throws Exception {
        server.ports.answer(end);
        var answers = IntStream.range(0, 300).mapToObj(i -> send("60")).toList();
        awaitCalls(300);

        assertThat(server.get("/control/v1/openapi.json").statusCode()).isEqualTo(200);
        end.complete(SampleJson.failed());

        for (var answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void no_seconds_are_no_wait() throws Exception {
        server.ports.answer(SampleJson.running());

        assertThat(send("0").get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(server.ports.calls()).containsExactly(List.of("actionExecution", ACTION_ID));
    }

    @Test
    void what_becomes_of_a_wait_is_refused_like_anything_else() throws Exception {
        server.ports.answer(CompletableFuture.failedFuture(new Refusal.ActionExecutionNotFound(ACTION_ID)));
        assertThat(send("60").get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(404);

        server.ports.fail(new Refusal.ActionExecutionNotFound(ACTION_ID));
        assertThat(send("60").get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(404);

        server.ports.answer(CompletableFuture.failedFuture(new IllegalStateException("broken")));
        var fault = send("60").get(10, TimeUnit.SECONDS);
        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void one_too_many_is_told_when_to_try_again() throws Exception {
        server.ports.fail(new Refusal.TooManyWaits("many"));

        var refused = send("60").get(10, TimeUnit.SECONDS);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.body()).contains("urn:jobport:problem:too-many-waits");
    }

    @Test
    void who_still_waits_when_the_server_stops_is_told_how_things_stand() throws Exception {
        server.ports.answer(end);
        var answer = send("60");
        awaitCalls(1);
        server.ports.answer(SampleJson.running());

        server.server.close();

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains("\"status\":\"InProgress\"");
    }

    private CompletableFuture<HttpResponse<String>> send(String seconds) {
        return client.sendAsync(server.to(WAIT + seconds).build(), BodyHandlers.ofString());
    }

    private void awaitCalls(int number) {
        Awaitility.await().until(() -> server.ports.calls().size() == number);
    }
}
