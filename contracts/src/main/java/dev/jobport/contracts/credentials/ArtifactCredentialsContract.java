package dev.jobport.contracts.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.contracts.store.StoreUnderTest;
import dev.jobport.domain.action.ActionExecution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@link ArtifactCredentials} must do wherever they come from. */
public interface ArtifactCredentialsContract {

    /** How long an action's worker may be kept waiting, credentials or none; much less than an SDK's patience. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /** One and the same throughout a test. */
    ArtifactCredentials credentials();

    /** Lets pass whatever makes the credentials that were handed out so far stale. */
    void letThemBecomeStale();

    /** From now on no credentials can be had. */
    void breakDown();

    private static ActionExecution action() {
        return SomeJobs.aJob().first().action();
    }

    private AwsSessionCredentials one() {
        return credentials().forAction(action()).orElseThrow();
    }

    @Test
    default void credentials_are_complete() {
        AwsSessionCredentials credentials = one();

        assertThat(credentials.accessKeyId()).isNotBlank();
        assertThat(credentials.secretAccessKey()).isNotBlank();
        assertThat(credentials.sessionToken()).isNotBlank();
    }

    @Test
    default void every_call_hands_out_what_is_fresh_then() {
        AwsSessionCredentials before = one();
        letThemBecomeStale();
        AwsSessionCredentials after = one();

        assertThat(after.accessKeyId()).isNotEqualTo(before.accessKeyId());
        assertThat(after.secretAccessKey()).isNotEqualTo(before.secretAccessKey());
        assertThat(after.sessionToken()).isNotEqualTo(before.sessionToken());
    }

    @Test
    default void an_action_without_artifacts_gets_some_too() {
        assertThat(credentials().forAction(SomeJobs.aBareJob().first().action()))
                .isPresent();
    }

    @Test
    default void many_may_ask_at_once() {
        assertThat(StoreUnderTest.atOnce(8, this::one)).hasSize(8).doesNotContainNull();
    }

    @Test
    default void that_there_are_none_now_is_told_soon_and_without_secrets() {
        AwsSessionCredentials before = one();
        breakDown();

        long start = System.nanoTime();
        assertThatThrownBy(this::one)
                .isInstanceOf(ArtifactCredentials.Unavailable.class)
                .hasMessageNotContainingAny(before.secretAccessKey(), before.sessionToken());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }
}
