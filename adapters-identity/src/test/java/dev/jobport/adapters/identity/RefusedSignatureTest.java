package dev.jobport.adapters.identity;

import static dev.jobport.adapters.identity.Requests.KEY;
import static dev.jobport.adapters.identity.Requests.SESSION_KEY;
import static dev.jobport.adapters.identity.Verification.INVALID_TOKEN;
import static dev.jobport.adapters.identity.Verification.MISMATCH;
import static dev.jobport.adapters.identity.Verification.NOW;
import static dev.jobport.adapters.identity.Verification.assertMismatch;
import static dev.jobport.adapters.identity.Verification.assertRefused;
import static dev.jobport.adapters.identity.Verification.resigned;
import static dev.jobport.adapters.identity.Verification.signed;
import static dev.jobport.adapters.identity.Verification.signedBy;
import static dev.jobport.adapters.identity.Verification.unsigned;
import static dev.jobport.adapters.identity.Verification.verifier;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jobport.adapters.identity.NotAuthenticated.Reason;
import dev.jobport.adapters.identity.Requests.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, row by row of AWS's front door, each in AWS's words. */
class RefusedSignatureTest {

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
        Parts captured = Requests.parts(Requests.captured(Requests.captures().stream()
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
    void a_header_that_is_listed_twice_is_refused() {
        assertMismatch(resigned(signed().with("a", "x"), "host;host;x-amz-date;x-amz-target"));
        assertMismatch(resigned(signed().with("a", "x"), "a;".repeat(2_000) + "host;x-amz-date;x-amz-target"));
    }

    /** Else a few thousand spellings of one name would each fold the same long header. */
    @Test
    void a_header_is_listed_in_lower_case_and_so_only_once() {
        Parts parts = signed().with("abcd", "x ".repeat(1_000));

        assertMismatch(resigned(parts, "abcD;host;x-amz-date;x-amz-target"));
        assertMismatch(resigned(parts, "abcd;abcD;abCd;aBcd;Abcd;host;x-amz-date;x-amz-target"));
        assertMismatch(resigned(parts, "Host;x-amz-date;x-amz-target;host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void a_signature_over_no_host_is_refused(String host) {
        assertMismatch(resigned(signed().with("host", host), "host;x-amz-date;x-amz-target"));
        assertMismatch(resigned(signed().with("host"), "host;x-amz-date;x-amz-target"));
        assertMismatch(resigned(signed().with("host", host).withAuthority(host), "host;x-amz-date;x-amz-target"));
    }

    @Test
    void an_authority_does_not_stand_for_a_host_that_was_sent() {
        assertMismatch(signed().with("host", "other.example").withAuthority("127.0.0.1:8460"));
    }

    @Test
    void a_header_that_is_there_twice_is_signed_with_both_values() {
        Parts parts = signed();
        for (String header : List.of("host", "x-amz-target", "x-amz-date", "content-type")) {
            assertMismatch(parts.with(header, parts.header(header), parts.header(header)));
        }
    }

    // clock

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

    private static String hashed(String value) {
        return java.util.Base64.getEncoder().encodeToString(Signature.sha256(value.getBytes(UTF_8)));
    }
}
