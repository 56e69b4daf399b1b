package dev.jobport.adapters.identity;

import static dev.jobport.adapters.identity.Requests.KEY;
import static dev.jobport.adapters.identity.Requests.SESSION_KEY;
import static dev.jobport.adapters.identity.Requests.SESSION_TOKEN;
import static dev.jobport.adapters.identity.Verification.INVALID_TOKEN;
import static dev.jobport.adapters.identity.Verification.MISMATCH;
import static dev.jobport.adapters.identity.Verification.NOW;
import static dev.jobport.adapters.identity.Verification.assertAccepted;
import static dev.jobport.adapters.identity.Verification.assertMismatch;
import static dev.jobport.adapters.identity.Verification.assertRefused;
import static dev.jobport.adapters.identity.Verification.resigned;
import static dev.jobport.adapters.identity.Verification.signed;
import static dev.jobport.adapters.identity.Verification.signedBy;
import static dev.jobport.adapters.identity.Verification.unsigned;
import static dev.jobport.adapters.identity.Verification.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.identity.NotAuthenticated.Reason;
import dev.jobport.adapters.identity.Requests.Parts;
import dev.jobport.adapters.identity.Requests.Unsigned;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted: what real clients send and AWS's own signer signs, and just how much either may differ. */
class AcceptedSignatureTest {

    static List<Path> captures() {
        return Requests.captures();
    }

    @Test
    void the_captures_are_all_there() {
        assertThat(captures()).hasSize(32);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void what_real_clients_send_is_accepted_and_only_with_the_right_secret_and_session_token(Path file) {
        Parts parts = Requests.parts(Requests.captured(file));
        if (file.toString().endsWith("unsigned.req")) {
            assertRefused(parts, Reason.MissingAuthenticationToken, "Missing Authentication Token");
            return;
        }
        boolean session = file.toString().endsWith("session-token.req");
        AccessKey right = session ? SESSION_KEY : KEY;
        AccessKey other = session ? KEY : SESSION_KEY;
        AccessKey wrong = new AccessKey(
                right.accessKeyId(),
                right.secretAccessKey() + "x",
                right.sessionToken(),
                right.accountId(),
                right.actionTypes(),
                false);

        assertThat(verifier(right, parts.date()).verify(parts.request()).key()).isEqualTo(right);
        assertRefused(other, parts.date(), parts, Reason.UnrecognizedClient, INVALID_TOKEN);
        assertRefused(wrong, parts.date(), parts, Reason.InvalidSignature, MISMATCH);
    }

    @Test
    void what_the_aws_sdk_signs_is_accepted() {
        assertAccepted(signed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?", "?status=Queued&maxResults=5", "?b=2&a=1&a-b=3&a=0", "?empty&x=", "?q=a%20b%2Fc%C3%A9"})
    void what_the_aws_sdk_signs_for_the_control_api_is_accepted(String query) {
        assertAccepted(
                new Unsigned("GET", "https://jobs.example.com/control/v1/action-types/a%20b" + query, new byte[0])
                        .parts(NOW));
    }

    @Test
    void repeated_headers_and_white_space_in_them_are_signed_as_the_sdk_folds_them() {
        assertAccepted(unsigned()
                .header("X-Many", "one", "two")
                .header("X-Spaces", "  a   b\t c  ")
                .header("X-Empty", "")
                .parts(NOW));
    }

    @Test
    void a_host_is_signed_with_its_port_unless_it_is_the_schemes_own() {
        assertThat(signed().header("host")).isEqualTo("127.0.0.1:8460");
        assertMismatch(signed().with("host", "127.0.0.1"));
        assertThat(new Unsigned("POST", "https://jobs.example.com:443/", new byte[0])
                        .parts(NOW)
                        .header("host"))
                .isEqualTo("jobs.example.com");
        assertAccepted(new Unsigned("POST", "https://jobs.example.com:443/", new byte[0]).parts(NOW));
    }

    @Test
    void where_no_host_header_is_sent_the_authority_is_signed() {
        Parts parts = signed().with("host");

        assertAccepted(parts.withAuthority("127.0.0.1:8460"));
        assertMismatch(parts.withAuthority("127.0.0.1"));
        assertMismatch(parts);
    }

    @Test
    void a_session_token_is_accepted_only_if_it_is_the_keys_own() {
        Parts withToken = unsigned().session(SESSION_TOKEN).parts(NOW);
        Parts withOther = unsigned().session(SESSION_TOKEN + "2").parts(NOW);

        assertThat(verifier(SESSION_KEY, NOW).verify(withToken.request()).key()).isEqualTo(SESSION_KEY);
        assertRefused(SESSION_KEY, NOW, withOther, Reason.UnrecognizedClient, INVALID_TOKEN);
        assertRefused(SESSION_KEY, NOW, signed(), Reason.UnrecognizedClient, INVALID_TOKEN);
        assertRefused(KEY, NOW, withToken, Reason.UnrecognizedClient, INVALID_TOKEN);
    }

    @Test
    void signing_just_what_the_server_acts_on_is_enough() {
        Parts parts = signedBy(List.of("host", "x-amz-date", "x-amz-target", "x-amz-security-token"));

        assertThat(verifier(SESSION_KEY, NOW).verify(parts.request()).key()).isEqualTo(SESSION_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {-300, -299, 0, 299, 300})
    void a_clock_may_be_off_by_five_minutes(int seconds) {
        assertAccepted(unsigned().parts(NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon, 23 Nov 2026 21:01:28 GMT", "20261123T210128Z"})
    void without_x_amz_date_the_date_header_counts(String date) {
        Parts parts = resigned(signed().with("x-amz-date").with("date", date), "date;host;x-amz-target");

        assertAccepted(parts);
        assertThat(parts.date()).isEqualTo(NOW);
    }

    @Test
    void with_x_amz_date_the_date_header_does_not_count() {
        assertAccepted(signed().with("date", "Mon, 23 Nov 1998 21:01:28 GMT"));
    }
}
