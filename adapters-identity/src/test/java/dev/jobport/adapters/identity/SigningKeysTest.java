package dev.jobport.adapters.identity;

import static dev.jobport.adapters.identity.Requests.KEY;
import static dev.jobport.adapters.identity.Requests.REGION;
import static dev.jobport.adapters.identity.Requests.SESSION_TOKEN;
import static dev.jobport.adapters.identity.Verification.NOW;
import static dev.jobport.adapters.identity.Verification.SCOPE;
import static dev.jobport.adapters.identity.Verification.signed;
import static dev.jobport.adapters.identity.Verification.unsigned;
import static dev.jobport.adapters.identity.Verification.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jobport.adapters.identity.Requests.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which signing keys are kept, and how many. */
class SigningKeysTest {

    @Test
    void only_signing_keys_that_proved_themselves_are_kept() {
        SigningKeys keys = new SigningKeys();

        byte[] derived = keys.find(KEY, SCOPE);
        assertThat(keys.size()).isZero();
        keys.keep(KEY, SCOPE, derived);
        assertThat(keys.find(KEY, SCOPE)).isSameAs(derived);
        assertThat(keys.find(
                        new AccessKey(
                                "AKIDEXAMPLE", "other", Optional.empty(), Optional.empty(), KEY.actionTypes(), false),
                        SCOPE))
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
        for (int i = 0; i <= 2 * SigningKeys.MAX_KEPT; i++) {
            keys.keep(KEY, new Scope("" + i, REGION, "codepipeline", "aws4_request"), new byte[0]);
            assertThat(keys.size()).isBetween(1, SigningKeys.MAX_KEPT);
        }
    }
}
