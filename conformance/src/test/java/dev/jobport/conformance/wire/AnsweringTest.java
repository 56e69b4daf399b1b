package dev.jobport.conformance.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An endpoint that means ill is given up, whatever it does. */
class AnsweringTest {

    private final ServerSocket endpoint = listen();

    private interface Behaviour {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        endpoint.close();
    }

    private void answers(Behaviour behaviour) {
        Thread thread = new Thread(() -> {
            try (Socket socket = endpoint.accept()) {
                socket.getInputStream().read();
                OutputStream out = socket.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(US_ASCII));
                behaviour.to(out);
            } catch (IOException | InterruptedException e) {
                // the asker has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private String ask(Duration patience) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + endpoint.getLocalPort());
        return Answering.of(
                        HttpClient.newHttpClient(), HttpRequest.newBuilder(uri).build(), patience)
                .body();
    }

    @Test
    void an_answer_that_ends_is_read() throws Exception {
        answers(out -> out.write("{}".getBytes(US_ASCII)));

        assertThat(ask(Duration.ofSeconds(30))).isEqualTo("{}");
    }

    @Test
    void an_answer_without_an_end_is_given_up_when_it_is_too_large() {
        answers(out -> {
            byte[] part = new byte[64 * 1024];
            while (true) {
                out.write(part);
            }
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ask(Duration.ofSeconds(60)))
                .withMessageContaining("larger than");
    }

    @Test
    void an_answer_that_drips_is_given_up_in_time() {
        answers(out -> {
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ask(Duration.ofMillis(500)))
                .withMessageContaining("has not ended");
    }
}
