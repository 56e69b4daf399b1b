package dev.jobport.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who guesses secrets is held up on both sides, and nobody else is. */
class TooManyTriesTest extends WithKnownClients {

    private static HttpResponse<String> control(String token) {
        return server.send(server.to("/control/v1/openapi.json")
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private static HttpResponse<String> details(String accessKeyId) {
        byte[] body = "{}".getBytes();
        return server.send(
                DoorkeeperSamples.signed(server.to("/"), "POST", server.uri("/").toString(), body, accessKeyId, now)
                        .header("Content-Type", TestServer.AMZ_JSON)
                        .header("X-Amz-Target", "CodePipeline_20150709.GetThirdPartyJobDetails")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void who_guesses_on_one_side_is_held_up_on_both_and_the_right_token_opens_all_the_same() {
        List<Integer> answers = IntStream.range(0, 50)
                .mapToObj(guess -> control("guess-number-" + guess).statusCode())
                .toList();
        assertThat(answers).startsWith(401).endsWith(429).isSorted();

        HttpResponse<String> refused = control("one-guess-more");
        assertThat(refused.body()).contains("urn:jobport:problem:too-many-tries", "Rate exceeded");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        WithServer.assertAnswer(
                details("AKIDUNKNOWN"), 400, "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");

        assertThat(control("open-sesame-open-sesame").statusCode()).isEqualTo(200);
    }
}
