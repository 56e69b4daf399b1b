package dev.jobport.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One server for all tests of a class; what its ports were asked is forgotten before each. */
abstract class WithServer {

    static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.ports.reset();
    }

    /** An answer to a job worker: its status, its body to the letter, and the headers that all have. */
    static void assertAnswer(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly(TestServer.AMZ_JSON);
        assertThat(response.headers().firstValue("x-amzn-RequestId").map(UUID::fromString))
                .isPresent();
        assertThat(response.headers().firstValue("Date")).isPresent();
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    /** An answer of the control API: its status, its body to the letter, and the headers that all have. */
    static void assertJson(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().map().keySet()).noneMatch(header -> header.startsWith("access-control"));
    }
}
