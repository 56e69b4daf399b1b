package dev.jobport.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.identity.Limits;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Job workers that ask too often are told so in a way that makes SDKs come back later. */
class ThrottlingTest {

    private static final Limits ONE_A_SECOND = new Limits(
            TestServer.LARGEST_BODY,
            TestServer.BYTES_IN_FLIGHT,
            8192,
            4096,
            1024,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ZERO,
            1);

    @Test
    void what_is_above_the_rate_is_throttled_before_its_members_are_read() {
        try (TestServer server = new TestServer(ONE_A_SECOND)) {
            var bodies = IntStream.range(0, 50)
                    .mapToObj(i -> server.call("PollForThirdPartyJobs", "{\"actionTypeId\":1}"))
                    .map(HttpResponse::body)
                    .toList();

            assertThat(bodies.get(0)).contains("SerializationException");
            assertThat(bodies).contains("{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
        }
    }

    @Test
    void what_is_no_operation_is_refused_and_not_counted() {
        try (TestServer server = new TestServer(ONE_A_SECOND)) {
            for (int i = 0; i < 50; i++) {
                assertThat(server.call("Nonsense", "{}").body()).contains("UnknownOperationException");
            }
            assertThat(server.call("PollForThirdPartyJobs", "{}").body()).contains("ValidationException");
        }
    }

    @Test
    void without_a_limit_nobody_is_throttled() {
        try (TestServer server = new TestServer()) {
            for (int i = 0; i < 50; i++) {
                assertThat(server.call("PollForThirdPartyJobs", "{}").body()).contains("ValidationException");
            }
        }
    }
}
