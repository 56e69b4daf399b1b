package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionTypePattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What job workers send to a server that knows whom to let in, over a real socket. */
class WorkerIdentityTest extends WithKnownClients {

    private static final String PATTERN = "ThirdParty/Test/Some-Provider/*";
    private static final String CAPTURE = "boto3-1.43.11--details-ok-json.req";

    private static byte[] captured(String name) {
        byte[] request = DoorkeeperSamples.captured(DoorkeeperSamples.captures().stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow());
        now = DoorkeeperSamples.dateOf(request);
        return request;
    }

    private static byte[] changed(String from, String to) {
        String request = new String(captured(CAPTURE), ISO_8859_1);
        assertThat(request).contains(from);
        return request.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))
                .getBytes(ISO_8859_1);
    }

    /** Whether a request reached the port, which nobody does who is refused at the door. */
    private static boolean getsThrough(byte[] request) throws Exception {
        server.ports.reset();
        server.ports.fail(REFUSAL);
        String answer = server.raw(request);
        boolean called = !server.ports.calls().isEmpty();
        assertThat(called && answer.startsWith("HTTP/1.1 500")).as(answer).isFalse();
        return called;
    }

    @Test
    void what_real_clients_send_gets_through_and_unsigned_requests_do_not() throws Exception {
        for (Path file : DoorkeeperSamples.captures()) {
            String name = file.getFileName().toString();
            if (name.endsWith("unsigned.req")) {
                assertThat(server.raw(DoorkeeperSamples.captured(file)))
                        .startsWith("HTTP/1.1 400")
                        .endsWith(MISSING);
            } else if (!name.endsWith("session-token.req")) {
                String answer = server.raw(captured(name));
                // the workers' empty texts are violations, which only who got through is told
                assertThat(answer).as(name).containsAnyOf("JobNotFoundException", "ValidationException");
            }
        }
        assertThat(server.ports.callers()).isNotEmpty().allSatisfy(caller -> {
            assertThat(caller.name()).isEqualTo("AKIDEXAMPLE");
            assertThat(caller.actionTypes()).isEqualTo(Set.of(ActionTypePattern.parse(PATTERN)));
        });
    }

    @Test
    void no_change_of_a_single_byte_gets_through_but_where_nothing_is_signed() throws Exception {
        byte[] request = captured(CAPTURE);
        List<String> signed = DoorkeeperSamples.signedHeaders(request);
        assertThat(getsThrough(request)).isTrue();

        List<String> through = new ArrayList<>();
        int position = 0;
        for (String line : lines(request)) {
            for (int at = 0; at < line.length(); at++) {
                byte[] other = request.clone();
                other[position + at] ^= line.charAt(at) == 'z' ? 2 : 1;
                if (!invisible(line, at, signed) && getsThrough(other)) {
                    through.add(line + " at " + at);
                }
            }
            position += line.length();
        }
        assertThat(through).isEmpty();
    }

    /** Not signed: headers that the client did not list, and how the lines of the request are ended and split. */
    private static boolean invisible(String line, int at, List<String> signed) {
        int colon = line.indexOf(':');
        boolean header = line.endsWith("\r\n") && colon > 0;
        boolean ofValue = at > colon + 1 && at < line.length() - 2;
        String name = header ? line.substring(0, colon).toLowerCase() : "";
        if (line.startsWith("POST ")) {
            return line.indexOf("HTTP/1.1") <= at; // the version
        }
        return header && (!ofValue && at >= colon || !signed.contains(name) && !name.equals("authorization"));
    }

    private static List<String> lines(byte[] request) {
        String text = new String(request, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n") + 4;
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("(?<=\r\n)")));
        lines.add(text.substring(end));
        return lines;
    }

    @Test
    void the_case_of_a_headers_name_and_white_space_around_its_value_are_not_signed() throws Exception {
        assertThat(getsThrough(changed("X-Amz-Target: ", "x-AMZ-target:\t  "))).isTrue();
    }

    @Test
    void a_second_header_of_a_signed_name_does_not_get_through_wherever_it_stands() throws Exception {
        String second = "X-Amz-Target: CodePipeline_20150709.PutThirdPartyJobFailureResult\r\n";

        assertThat(getsThrough(changed("X-Amz-Target: ", second + "X-Amz-Target: ")))
                .isFalse();
        assertThat(getsThrough(changed("Content-Length: ", second + "Content-Length: ")))
                .isFalse();
        assertThat(getsThrough(changed("Content-Length: ", "X-Amz-Date: 20261123T210128Z\r\nContent-Length: ")))
                .isFalse();
    }

    @Test
    void of_several_authorization_headers_none_counts() throws Exception {
        String request = new String(captured(CAPTURE), ISO_8859_1);
        String authorization = request.replaceFirst("(?s).*\r\n(Authorization: [^\r]*\r\n).*", "$1");
        for (String second : List.of(authorization, "Authorization: Bearer open-sesame\r\n")) {
            for (String place : List.of(authorization, "Content-Length: ")) {
                byte[] changed = request.replace(place, second + place).getBytes(ISO_8859_1);

                assertThat(getsThrough(changed)).isFalse();
                assertThat(server.raw(changed)).contains("IncompleteSignatureException");
            }
        }
    }

    @Test
    void an_absolute_target_is_the_same_request_only_for_the_host_that_was_signed() throws Exception {
        String host = new String(captured(CAPTURE), ISO_8859_1).replaceFirst("(?s).*Host: (\\S+).*", "$1");

        assertThat(getsThrough(changed("POST / ", "POST http://" + host + "/ ")))
                .isTrue();
        assertThat(getsThrough(changed("POST / ", "POST http://example.com/ "))).isFalse();
    }

    /** Whatever the server knows of its own address. */
    @Test
    void who_does_not_say_whom_it_calls_does_not_get_through_even_signed() throws Exception {
        String signed = new String(
                DoorkeeperSamples.signedWithHeader("x", server.uri("/").toString(), now), ISO_8859_1);
        assertThat(getsThrough(signed.getBytes(ISO_8859_1))).isTrue();

        String old = signed.replace("HTTP/1.1", "HTTP/1.0");
        assertThat(getsThrough(old.getBytes(ISO_8859_1))).isTrue();
        assertThat(getsThrough(old.replaceFirst("(?i)\r\nhost: [^\r]*", "").getBytes(ISO_8859_1)))
                .isFalse();
        assertThat(getsThrough(
                        signed.replaceFirst("(?i)(\r\nhost:) [^\r]*", "$1").getBytes(ISO_8859_1)))
                .isFalse();
    }

    @Test
    void a_query_that_was_not_signed_does_not_get_through() throws Exception {
        assertThat(getsThrough(changed("POST / ", "POST /?a=b "))).isFalse();
    }

    @Test
    void a_header_with_other_characters_than_ascii_is_signed_byte_for_byte() throws Exception {
        byte[] request =
                DoorkeeperSamples.signedWithHeader("é 日本", server.uri("/").toString(), now);

        assertThat(getsThrough(request)).isTrue();
        for (int at = 0; at < request.length; at++) {
            if (request[at] < 0) { // every byte of those characters, and only of those
                byte[] other = request.clone();
                other[at] ^= 1;
                assertThat(getsThrough(other)).isFalse();
            }
        }
    }

    @Test
    void who_is_unknown_is_told_so_only_for_a_request_that_makes_sense() {
        assertThat(server.call("Nonsense", "{}").body()).isEqualTo("{\"__type\":\"UnknownOperationException\"}");
        assertThat(server.call("PollForThirdPartyJobs", "{").body())
                .isEqualTo("{\"__type\":\"SerializationException\"}");
        WithServer.assertAnswer(server.call("PollForThirdPartyJobs", "{}"), 400, MISSING);
        WithServer.assertAnswer(server.call("PollForThirdPartyJobs", "{\"actionTypeId\":7}"), 400, MISSING);
    }

    @Test
    void who_may_not_touch_an_action_type_is_told_in_the_words_of_aws() throws Exception {
        byte[] request = captured(CAPTURE);
        server.ports.fail(new Refusal.AccessDenied(ACTION_TYPE));

        assertThat(server.raw(request))
                .startsWith("HTTP/1.1 400")
                .endsWith("{\"__type\":\"AccessDeniedException\",\"Message\":\"User:"
                        + " arn:aws:iam::000000000000:user/AKIDEXAMPLE is not authorized to perform:"
                        + " codepipeline:GetThirdPartyJobDetails on resource:"
                        + " arn:aws:codepipeline:us-east-1:000000000000:actiontype:" + ACTION_TYPE
                        + " because no"
                        + " identity-based policy allows the codepipeline:GetThirdPartyJobDetails action\"}");
    }
}
