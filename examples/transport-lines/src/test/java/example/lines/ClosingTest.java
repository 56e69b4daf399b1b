package example.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.driving.Caller;
import dev.jobport.contracts.transport.BareWorld;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A transport that closes lets a request end that it has begun. */
@Timeout(60)
class ClosingTest extends BareWorld {

    private static final String DETAILS = """
            {"operation":"GetJobDetails","token":"any","jobId":"00000000-0000-0000-0000-000000000000"}
            """;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    ClosingTest() {
        super(new MemoryStore());
    }

    @Test
    void a_request_that_runs_when_the_transport_closes_is_answered_and_an_idle_connection_ends() throws Exception {
        LinesTransport transport = new LinesTransport(ports(), this::slowly, new InetSocketAddress("127.0.0.1", 0));
        URI server = URI.create(transport.start());
        try (Socket idle = new Socket(server.getHost(), server.getPort());
                Socket busy = new Socket(server.getHost(), server.getPort())) {
            busy.getOutputStream().write(DETAILS.getBytes(UTF_8));
            asked.await();
            Thread closing = new Thread(transport::close);
            closing.start();
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            goOn.countDown();

            assertThat(new BufferedReader(new InputStreamReader(busy.getInputStream(), UTF_8)).readLine())
                    .contains("JobNotFound");
            closing.join();
        }
    }

    private Optional<Caller> slowly(String token) {
        asked.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(caller());
    }
}
