package dev.jobport.adapters.http.identity;

import static dev.jobport.adapters.http.identity.Requests.KEY;
import static dev.jobport.adapters.http.identity.Requests.REGION;
import static dev.jobport.adapters.http.identity.Requests.SESSION_KEY;
import static dev.jobport.adapters.http.identity.Requests.SESSION_TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jobport.adapters.http.identity.NotAuthenticated.Reason;
import dev.jobport.adapters.http.identity.Requests.Parts;
import dev.jobport.adapters.http.identity.Requests.Unsigned;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted and what is refused, row by row of AWS's front door, each in AWS's words. */
class SignatureVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-23T21:01:28Z");
    private static final String BODY = "{\"jobId\":\"é 日本\"}";
    private static final String MISMATCH = "The request signature we calculated does not match the signature you"
            + " provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.";
    private static final String INVALID_TOKEN = "The security token included in the request is invalid.";

    private static Unsigned unsigned() {
        return new Unsigned("POST", "http://127.0.0.1:8460/", BODY.getBytes(UTF_8))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "CodePipeline_20150709.GetThirdPartyJobDetails");
    }

    private static Parts signed() {
        return unsigned().parts(NOW);
    }

    private static SignatureVerifier verifier(AccessKey key, Instant now) {
        return new SignatureVerifier(
                id -> Optional.of(key).filter(it -> it.accessKeyId().equals(id)), Set.of(REGION), () -> now);
    }

    private static void assertAccepted(Parts parts) {
        assertThat(verifier(KEY, NOW).verify(parts.request()).key()).isEqualTo(KEY);
    }

    private static void assertRefused(AccessKey key, Instant now, Parts parts, Reason reason, String message) {
        assertThatExceptionOfType(NotAuthenticated.class)
                .isThrownBy(() -> verifier(key, now).verify(parts.request()))
                .withMessage(message)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static void assertRefused(Parts parts, Reason reason, String message) {
        assertRefused(KEY, NOW, parts, reason, message);
    }

    private static void assertMismatch(Parts parts) {
        assertRefused(parts, Reason.InvalidSignature, MISMATCH);
    }

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

    // no credentials

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YTpi", "Bearer AWS4-HMAC-SHA256", "AWS AKIDEXAMPLE:c2ln", "aws4-hmac-sha256 x"})
    void who_brings_no_signature_of_version_4_is_told_so(String authorization) {
        assertRefused(
                signed().with("authorization", authorization),
                Reason.MissingAuthenticationToken,
                "Missing Authentication Token");
        assertRefused(
                signed().with("authorization"), Reason.MissingAuthenticationToken, "Missing Authentication Token");
    }

    @Test
    void a_signature_in_the_query_counts_as_none() {
        Parts parts = signed().with("authorization")
                .withQuery("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261123%2Fus-east-1"
                        + "%2Fcodepipeline%2Faws4_request&X-Amz-Signature=00");

        assertRefused(parts, Reason.MissingAuthenticationToken, "Missing Authentication Token");
    }

    // a part is missing

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AWS4-HMAC-SHA256                                     | Credential Signature SignedHeaders
                    AWS4-HMAC-SHA256 Credential=a/b/c/d/e                | Signature SignedHeaders
                    AWS4-HMAC-SHA256 Credential=,Signature=,SignedHeaders= | Credential Signature SignedHeaders
                    AWS4-HMAC-SHA256 SignedHeaders=host, Signature=00    | Credential
                    AWS4-HMAC-SHA256 credential=x, Signature=0           | Credential SignedHeaders
                    """)
    void missing_parts_are_named_and_none_is_shown(String authorization, String missing) {
        StringBuilder message = new StringBuilder();
        for (String part : missing.split(" ")) {
            message.append("Authorization header requires '" + part + "' parameter. ");
        }

        assertRefused(
                signed().with("authorization", authorization),
                Reason.IncompleteSignature,
                message + "(Hashed with SHA-256 and encoded with Base64) Authorization=" + hashed(authorization));
    }

    @Test
    void a_missing_date_is_named_after_the_missing_parts() {
        assertRefused(
                signed().with("x-amz-date").with("authorization", "AWS4-HMAC-SHA256 Signature=0,SignedHeaders=host"),
                Reason.IncompleteSignature,
                "Authorization header requires 'Credential' parameter. Authorization header requires existence of"
                        + " either a 'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64)"
                        + " Authorization=" + hashed("AWS4-HMAC-SHA256 Signature=0,SignedHeaders=host"));
    }

    @Test
    void what_is_no_pair_of_key_and_value_is_not_shown() {
        String authorization = "AWS4-HMAC-SHA256 Credential=, " + Requests.SECRET;

        assertRefused(
                signed().with("authorization", authorization),
                Reason.IncompleteSignature,
                "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded"
                        + " with Base64): '" + hashed(authorization) + "'.");
    }

    @Test
    void a_secret_in_the_place_of_the_credential_is_not_shown() {
        assertRefused(
                signed().with(
                                "authorization",
                                "AWS4-HMAC-SHA256 Credential=" + Requests.SECRET + ",SignedHeaders=host,Signature=0"),
                Reason.IncompleteSignature,
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got"
                        + " (hashed with SHA-256 and encoded with Base64): '" + hashed(Requests.SECRET) + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS4-HMAC-SHA512", "AWS4-ECDSA-P256-SHA256", "AWS4-"})
    void another_algorithm_is_not_supported(String algorithm) {
        Parts parts = signed();

        assertRefused(
                parts.with("authorization", parts.header("authorization").replace("AWS4-HMAC-SHA256", algorithm)),
                Reason.IncompleteSignature,
                "Unsupported AWS 'algorithm': '" + algorithm + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20261123", "20261123T210128", "20261123T250128Z", "2026-11-23T21:01:28Z", "yesterday"})
    void a_date_in_another_form_is_not_understood(String date) {
        assertRefused(
                signed().with("x-amz-date", date),
                Reason.IncompleteSignature,
                "Date must be in ISO-8601 'basic format'. Got '" + date
                        + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    // unknown access key

    @Test
    void an_unknown_access_key_is_not_recognized() {
        assertRefused(
                unsigned().key("AKIDOTHER", Requests.SECRET).parts(NOW), Reason.UnrecognizedClient, INVALID_TOKEN);
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

    // signature

    @Test
    void a_signature_with_another_secret_does_not_match() {
        assertMismatch(unsigned().key(Requests.ACCESS_KEY_ID, "another").parts(NOW));
    }

    @Test
    void a_signature_is_over_the_body_that_came_whatever_the_client_says_of_it() {
        Parts parts = signed();
        byte[] other = "{}".getBytes(UTF_8);

        assertMismatch(parts.withBody(other));
        assertMismatch(parts.withBody(other).with("x-amz-content-sha256", Signature.hex(Signature.sha256(other))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "", "00"})
    void a_body_that_was_not_signed_or_is_said_to_be_another_is_refused(String hash) {
        Parts captured = Requests.parts(Requests.captured(captures().stream()
                .filter(file -> file.toString().contains("boto3-1.43.11--poll-ok"))
                .findFirst()
                .orElseThrow()));
        assertThat(captured.headers()).doesNotContainKey("x-amz-content-sha256");

        // not among the signed headers, so that only its value can tell
        assertRefused(
                KEY, captured.date(), captured.with("x-amz-content-sha256", hash), Reason.InvalidSignature, MISMATCH);
        assertMismatch(
                unsigned().header("x-amz-content-sha256", hash).parts(NOW).with("x-amz-content-sha256", hash));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    host                 | 'Host' or ':authority'
                    x-amz-date           | 'X-Amz-Date'
                    x-amz-target         | 'X-Amz-Target'
                    x-amz-security-token | 'X-Amz-Security-Token'
                    """)
    void what_the_server_acts_on_has_to_be_signed(String header, String spelling) {
        Parts parts = signedBy(List.of("host", "x-amz-date", "x-amz-target", "x-amz-security-token").stream()
                .filter(name -> !name.equals(header))
                .toList());

        assertRefused(
                SESSION_KEY,
                NOW,
                parts,
                Reason.InvalidSignature,
                spelling + " must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void signing_just_what_the_server_acts_on_is_enough() {
        Parts parts = signedBy(List.of("host", "x-amz-date", "x-amz-target", "x-amz-security-token"));

        assertThat(verifier(SESSION_KEY, NOW).verify(parts.request()).key()).isEqualTo(SESSION_KEY);
    }

    @Test
    void a_header_that_is_listed_twice_is_refused_before_it_is_looked_at() {
        String often = "a;".repeat(2_000) + "host;x-amz-date;x-amz-target";

        assertMismatch(resigned(signed().with("a", "x"), "host;host;x-amz-date;x-amz-target"));
        Parts parts = resigned(signed().with("a", "x"), often);
        SignedRequest request = new SignedRequest(
                "POST",
                "/",
                "",
                name -> {
                    assertThat(name).isNotEqualTo("a");
                    return parts.request().headers().apply(name);
                },
                parts.request().bodyHash());
        assertThatExceptionOfType(NotAuthenticated.class)
                .isThrownBy(() -> verifier(KEY, NOW).verify(request))
                .withMessage(MISMATCH);
    }

    @Test
    void a_header_that_is_there_twice_is_signed_with_both_values() {
        Parts parts = signed();
        for (String header : List.of("host", "x-amz-target", "x-amz-date", "content-type")) {
            assertMismatch(parts.with(header, parts.header(header), parts.header(header)));
        }
    }

    // clock

    @ParameterizedTest
    @ValueSource(ints = {-300, -299, 0, 299, 300})
    void a_clock_may_be_off_by_five_minutes(int seconds) {
        assertAccepted(unsigned().parts(NOW.plusSeconds(seconds)));
    }

    @Test
    void an_older_signature_is_expired() {
        assertRefused(
                KEY,
                NOW.plus(Duration.ofMinutes(10)),
                signed(),
                Reason.InvalidSignature,
                "Signature expired: 20261123T210128Z is now earlier than 20261123T210628Z (20261123T211128Z - 5 min.)");
        assertRefused(
                KEY,
                NOW.plusSeconds(301),
                signed(),
                Reason.InvalidSignature,
                "Signature expired: 20261123T210128Z is now earlier than 20261123T210129Z (20261123T210629Z - 5 min.)");
    }

    @Test
    void a_newer_signature_is_not_yet_current() {
        assertRefused(
                KEY,
                NOW.minusSeconds(301),
                signed(),
                Reason.InvalidSignature,
                "Signature not yet current: 20261123T210128Z is still later than 20261123T210127Z"
                        + " (20261123T205627Z + 5 min.)");
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

    // scope

    @Test
    void another_region_or_service_is_out_of_scope() {
        assertRefused(
                unsigned().scope("eu-west-1", "codepipeline").parts(NOW),
                Reason.InvalidSignature,
                "Credential should be scoped to a valid region. ");
        assertRefused(
                unsigned().scope("us-east-1", "s3").parts(NOW),
                Reason.InvalidSignature,
                "Credential should be scoped to correct service: 'codepipeline'. ");
    }

    @Test
    void all_that_is_wrong_with_a_scope_is_told_together() {
        assertRefused(
                resigned(signed(), "host;x-amz-date;x-amz-target", new Scope("20261122", "r", "s", "t")),
                Reason.InvalidSignature,
                "Credential should be scoped to a valid region. Credential should be scoped to correct service:"
                        + " 'codepipeline'. Credential should be scoped with a valid terminator: 'aws4_request', not"
                        + " 't'. Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
                        + " HTTP: '20261122' != '20261123', from '20261123T210128Z'.");
    }

    // the order

    @Test
    void each_row_of_the_front_door_comes_before_the_next() {
        // wrong in every way; then mended, one by one
        Parts parts = resigned(signed(), "host;x-amz-date;x-amz-target", new Scope("20261123", "r", "s", "t"));
        Instant late = NOW.plusSeconds(3_600);
        UnaryOperator<String> unsigned = it -> it.replace("Signature=", "Signature=0");
        UnaryOperator<String> unknown = it -> unsigned.apply(it).replace("AKIDEXAMPLE", "AKIDOTHER");
        UnaryOperator<String> incomplete = it -> unknown.apply(it).replace("SignedHeaders=", "");

        assertReason(late, parts.with("authorization", ""), Reason.MissingAuthenticationToken, "Missing");
        assertReason(late, changed(parts, incomplete), Reason.IncompleteSignature, "Invalid key=value");
        assertReason(late, changed(parts, unknown), Reason.UnrecognizedClient, "The security token");
        assertReason(late, changed(parts, unsigned), Reason.InvalidSignature, "The request signature");
        assertReason(late, parts, Reason.InvalidSignature, "Signature expired");
        assertReason(NOW, parts, Reason.InvalidSignature, "Credential should be scoped");
    }

    private static Parts changed(Parts parts, UnaryOperator<String> change) {
        return parts.with("authorization", change.apply(parts.header("authorization")));
    }

    private static void assertReason(Instant now, Parts parts, Reason reason, String start) {
        assertThatExceptionOfType(NotAuthenticated.class)
                .isThrownBy(() -> verifier(KEY, now).verify(parts.request()))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .withMessageStartingWith(start);
    }

    // the cache

    @Test
    void only_signing_keys_that_proved_themselves_are_kept() {
        SigningKeys keys = new SigningKeys();
        Scope scope = new Scope("20261123", REGION, "codepipeline", "aws4_request");

        byte[] derived = keys.find(KEY, scope);
        assertThat(keys.size()).isZero();
        keys.keep(KEY, scope, derived);
        assertThat(keys.find(KEY, scope)).isSameAs(derived);
        assertThat(keys.find(
                        new AccessKey(
                                "AKIDEXAMPLE", "other", Optional.empty(), Optional.empty(), KEY.actionTypes(), false),
                        scope))
                .isNotEqualTo(derived);
    }

    @Test
    void a_right_signature_of_a_wrong_scope_or_time_leaves_no_signing_key_behind() {
        SignatureVerifier verifier = verifier(KEY, NOW);
        for (Parts refused : List.of(
                unsigned().scope("anywhere", "codepipeline").parts(NOW),
                unsigned().parts(NOW.minus(Duration.ofDays(1))),
                unsigned().session(SESSION_TOKEN).parts(NOW))) {
            assertThatExceptionOfType(NotAuthenticated.class).isThrownBy(() -> verifier.verify(refused.request()));
        }
        assertThat(verifier.signingKeys.size()).isZero();

        verifier.verify(signed().request());
        assertThat(verifier.signingKeys.size()).isEqualTo(1);
    }

    @Test
    void no_more_signing_keys_are_kept_than_allowed() {
        SigningKeys keys = new SigningKeys();
        for (int i = 0; i <= 2 * SigningKeys.MOST_KEPT; i++) {
            keys.keep(KEY, new Scope("" + i, REGION, "codepipeline", "aws4_request"), new byte[0]);
            assertThat(keys.size()).isBetween(1, SigningKeys.MOST_KEPT);
        }
    }

    /** The SDK leaves nothing unsigned, so that this is signed here. */
    private static Parts signedBy(List<String> headers) {
        return resigned(unsigned().session(SESSION_TOKEN).parts(NOW), String.join(";", headers));
    }

    private static Parts resigned(Parts parts, String signedHeaders) {
        return resigned(parts, signedHeaders, new Scope("20261123", REGION, "codepipeline", "aws4_request"));
    }

    private static Parts resigned(Parts parts, String signedHeaders, Scope scope) {
        String credential = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/" + scope + ", SignedHeaders=" + signedHeaders
                + ", Signature=";
        Authorization authorization =
                Authorization.of(parts.with("authorization", credential + "-").request());
        String signature = Signature.of(parts.request(), authorization, Signature.signingKey(Requests.SECRET, scope));
        return parts.with("authorization", credential + signature);
    }

    private static String hashed(String value) {
        return java.util.Base64.getEncoder().encodeToString(Signature.sha256(value.getBytes(UTF_8)));
    }
}
