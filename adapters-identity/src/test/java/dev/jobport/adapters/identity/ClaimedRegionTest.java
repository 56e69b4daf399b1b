package dev.jobport.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which region a signature is for that nobody verifies. */
class ClaimedRegionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        AWS4-HMAC-SHA256 Credential=a/20261123/eu-west-1/codepipeline/aws4_request, SignedHeaders=host, Signature=0 | eu-west-1
        AWS4-HMAC-SHA256 SignedHeaders=host,Signature=0,Credential=a/b/us-east-1/d/e                                | us-east-1
        AWS4-ECDSA-P256-SHA256 Credential=a/b/moon-1/d/e                                                           | moon-1
        """)
    void it_is_the_third_element_of_the_credential(String header, String region) {
        assertThat(Authorization.claimedRegion(header)).contains(region);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer Credential=a/b/moon-1/d/e",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=a/b/moon-1",
                "AWS4-HMAC-SHA256 XCredential=a/b/moon-1/d/e"
            })
    void what_is_no_signature_is_for_none(String header) {
        assertThat(Authorization.claimedRegion(header)).isEmpty();
    }

    /** Looked for from each of its beginnings, it would take days. */
    @Test
    @Timeout(60)
    void a_header_is_read_once_however_often_it_seems_to_begin() {
        assertThat(Authorization.claimedRegion("AWS4-HMAC-SHA256 " + "Credential=".repeat(3_000_000)))
                .isEmpty();
    }
}
