package dev.jobport.adapters.credentials;

import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No account gets credentials that were meant for another, whatever its actions name. */
class PerAccountTest {

    private static final ActionExecution OURS = SomeJobs.aJob().first().action();
    private static final ActionExecution THEIRS =
            SomeJobs.aJob().of(OTHER_ACCOUNT).first().action();

    @TempDir
    Path directory;

    @Test
    void each_account_gets_its_own() throws IOException {
        ArtifactCredentials credentials =
                open(account("123456789012", "bucket-*") + "," + account("210987654321", "bucket-*"));

        assertThat(credentials.forAction(OURS)).isEqualTo(of("123456789012"));
        assertThat(credentials.forAction(THEIRS)).isEqualTo(of("210987654321"));
    }

    @Test
    void an_account_that_is_not_listed_gets_none() throws IOException {
        assertThat(open(account("123456789012", "bucket-*")).forAction(THEIRS)).isEmpty();
    }

    @Test
    void an_account_gets_none_for_an_action_that_names_another_ones_bucket() throws IOException {
        ArtifactCredentials credentials =
                open(account("123456789012", "bucket-*") + "," + account("210987654321", "bucket-in-one"));

        assertThat(credentials.forAction(OURS)).isPresent();
        assertThat(credentials.forAction(THEIRS)).isEmpty();
    }

    @Test
    void a_bucket_is_meant_by_its_whole_name_or_by_its_beginning() {
        BucketNames names = new BucketNames(List.of("exact", "begin-*"));

        assertThat(names.include("exact")).isTrue();
        assertThat(names.include("exactly")).isFalse();
        assertThat(names.include("begin-with")).isTrue();
        assertThat(names.include("not-begin-with")).isFalse();
    }

    @Test
    void the_region_does_not_matter() throws IOException {
        Account elsewhere = new Account(OURS.account().id(), "us-east-1");

        assertThat(open(account("123456789012", "bucket-*"))
                        .forAction(SomeJobs.aJob().of(elsewhere).first().action()))
                .isPresent();
    }

    private ArtifactCredentials open(String accounts) throws IOException {
        Path file = Files.writeString(directory.resolve("artifacts.json"), "{\"accounts\": {" + accounts + "}}");
        return ArtifactCredentialsFile.open(file, "eu-west-1");
    }

    private static String account(String id, String bucket) {
        return """
            "%1$s": {"buckets": ["%2$s"], "session":
             {"accessKeyId": "ASIA%1$s", "secretAccessKey": "secret-of-%1$s", "sessionToken": "token-of-%1$s"}}\
            """.formatted(id, bucket);
    }

    private static Optional<AwsSessionCredentials> of(String id) {
        return Optional.of(new AwsSessionCredentials("ASIA" + id, "secret-of-" + id, "token-of-" + id));
    }
}
