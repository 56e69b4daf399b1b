package dev.jobport.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Key;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Transport;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The server starts, says clearly why it cannot, and stops without dropping a request. */
class HttpServerTest {

    private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    /** The common pool has one thread on a machine of two cores, and both of the things that run at once block. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    @Test
    void the_module_contributes_one_transport_over_the_ports() {
        var injector = Guice.createInjector(new HttpModule(HttpSettings.on("127.0.0.1", 0)), new AbstractModule() {
            @Override
            protected void configure() {
                bind(DrivingPorts.class).toInstance(new RecordingPorts().drivingPorts());
                bind(HttpSettings.About.class).toInstance(HttpSettings.About.NOTHING);
                bind(Doorkeeper.class).toInstance(DoorkeeperSamples.LETS_EVERYBODY_IN);
                bind(PrometheusMeterRegistry.class).toInstance(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
            }
        });
        Key<Set<Transport>> transports = new Key<>() {};

        assertThat(injector.getInstance(transports)).hasSize(1).hasOnlyElementsOfType(HttpServer.class);
        assertThat(injector.getInstance(transports)).isEqualTo(injector.getInstance(transports));
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line() {
        try (TestServer first = new TestServer()) {
            int port = first.server.port();

            assertThatExceptionOfType(Transport.CannotListen.class)
                    .isThrownBy(() -> newServer("127.0.0.1", port).start())
                    .withMessage("Cannot listen on 127.0.0.1:" + port + ": Address already in use");
        }
    }

    @Test
    void a_host_that_nobody_knows_is_told_in_one_line() {
        assertThatExceptionOfType(Transport.CannotListen.class)
                .isThrownBy(() -> newServer("nowhere.invalid", 0).start())
                .withMessage("Cannot listen on nowhere.invalid:0: the host is unknown");
    }

    @Test
    void a_server_that_never_ran_may_be_stopped() {
        assertThatCode(newServer("127.0.0.1", 0)::close).doesNotThrowAnyException();
    }

    @Test
    void a_server_is_started_once() {
        try (TestServer server = new TestServer()) {
            assertThatIllegalStateException().isThrownBy(() -> server.server.start());
        }
    }

    @Test
    void a_request_that_runs_when_the_server_stops_is_answered_and_no_other_is_taken() throws Exception {
        TestServer server = new TestServer();
        int port = server.server.port();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        server.ports.answer(() -> {
            running.countDown();
            await(mayEnd);
            return true;
        });
        var answer = CompletableFuture.supplyAsync(() -> raw(server, HEALTH), OWN_THREAD);
        await(running);

        var stopped = CompletableFuture.runAsync(server.server::close, OWN_THREAD);
        awaitRefusal(port);
        assertThat(stopped).isNotDone();
        mayEnd.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"ready\"}");
        stopped.get(10, TimeUnit.SECONDS);
    }

    @Test
    void connections_are_kept_and_reused() throws Exception {
        try (TestServer server = new TestServer()) {
            server.ports.answer(true);

            String answers = server.raw(HEALTH.replace("Connection: close\r\n", "") + HEALTH);

            assertThat(answers.split("HTTP/1.1 200")).hasSize(3);
        }
    }

    @Test
    void what_is_sent_tells_nothing_of_what_runs_here() throws Exception {
        try (TestServer server = new TestServer()) {
            server.ports.answer(true);
            for (String request : List.of(HEALTH, "nonsense\r\n\r\n", "GET /x HTTP/1.1\r\nHost: x\r\n\r\n")) {
                assertThat(server.raw(request))
                        .doesNotContainIgnoringCase("jetty")
                        .doesNotContain("Server:", "Cookie");
            }
        }
    }

    private static HttpServer newServer(String host, int port) {
        return TestServer.on(new RecordingPorts(), DoorkeeperSamples.LETS_EVERYBODY_IN, HttpSettings.on(host, port));
    }

    private static String raw(TestServer server, String request) {
        try {
            return server.raw(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitRefusal(int port) {
        Awaitility.await().until(() -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return !socket.isConnected();
            } catch (ConnectException e) {
                return true;
            }
        });
    }
}
