package dev.jobport.adapters.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.contracts.credentials.ArtifactCredentialsContract;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.action.ActionExecution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Credentials are minted by a Security Token Service, as its API Reference says and for one action each. */
class StsCredentialsTest implements ArtifactCredentialsContract {

    private static final String ROLE = "arn:aws:iam::123456789012:role/artifacts";

    @TempDir
    Path directory;

    private final FakeSts sts = new FakeSts();
    private final ActionExecution action = SomeJobs.aJob().first().action();
    private Path file;
    private ArtifactCredentials credentials;

    @BeforeEach
    void open() {
        file = directory.resolve("artifact-credentials.json");
        write("AKIAONE", "");
        credentials = ArtifactCredentialsFile.open(file, "eu-west-1");
    }

    private void write(String accessKeyId, String more) {
        try {
            Files.writeString(file, """
                {"accounts": {"123456789012": {"buckets": ["bucket-in-one", "bucket-out-one"], "assumeRole":
                 {"roleArn": "%s", "endpoint": "%s", "accessKeyId": "%s",
                  "secretAccessKey": "the-servers-own-secret"%s}}}}\
                """.formatted(ROLE, sts.uri(), accessKeyId, more));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        sts.close();
    }

    @Override
    public ArtifactCredentials credentials() {
        return credentials;
    }

    @Override
    public void letThemBecomeStale() {
        // each call mints others anyway
    }

    @Override
    public void breakDown() {
        sts.close();
    }

    private FakeSts.Request request() {
        assertThat(sts.requests).hasSize(1);
        return sts.requests.get(0);
    }

    @Test
    void a_role_is_assumed_for_fifteen_minutes_in_a_session_named_after_the_action() throws IOException {
        assertThat(credentials.forAction(action)).contains(new AwsSessionCredentials("ASIA1", "secret/1", "token+1="));

        assertThat(request().parameters())
                .containsEntry("Action", "AssumeRole")
                .containsEntry("RoleArn", ROLE)
                .containsEntry("RoleSessionName", action.id().value())
                .containsEntry("DurationSeconds", "900")
                .containsOnlyKeys("Action", "Version", "RoleArn", "RoleSessionName", "DurationSeconds", "Policy");
        assertThat(new ObjectMapper()
                        .readTree(request().parameters().get("Policy"))
                        .path("Statement"))
                .isNotEmpty();
    }

    @Test
    void the_request_is_signed_with_the_servers_key_for_its_region() {
        credentials.forAction(action);

        assertThat(request().headers().get("authorization"))
                .matches("AWS4-HMAC-SHA256 Credential=AKIAONE/\\d{8}/eu-west-1/sts/aws4_request,"
                        + " SignedHeaders=[^ ]*host[^ ]*, Signature=[0-9a-f]{64}");
        assertThat(request().toString()).doesNotContain("the-servers-own-secret");
    }

    @Test
    void a_new_key_in_the_file_is_taken_up_with_all_that_belongs_to_it() {
        credentials.forAction(action);
        sts.requests.clear();
        write("ASIATWO", ", \"sessionToken\": \"its-token\", \"externalId\": \"ours\"");
        credentials.forAction(action);

        assertThat(request().headers().get("authorization")).contains("Credential=ASIATWO/");
        assertThat(request().headers()).containsEntry("x-amz-security-token", "its-token");
        assertThat(request().parameters()).containsEntry("ExternalId", "ours");
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeSts.Mood.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HELPFUL", "REFUSING_THE_POLICY", "FINDING_THE_POLICY_TOO_LONG", "REFUSING_WITHOUT_A_CODE"})
    void whatever_the_service_does_instead_of_minting_is_told_without_secrets(FakeSts.Mood mood) {
        sts.mood = mood;
        write("AKIAONE", ", \"sessionToken\": \"the-servers-own-token\"");

        assertThatThrownBy(() -> credentials.forAction(action))
                .isInstanceOf(ArtifactCredentials.Unavailable.class)
                .hasMessageStartingWith(
                        "Role[" + ROLE + " at " + sts.uri() + "] gives no credentials for action " + action.id() + ": ")
                .extracting(Throwables::getStackTrace, STRING)
                .doesNotContain("the-servers-own-");
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSING_THE_POLICY", "FINDING_THE_POLICY_TOO_LONG", "REFUSING_WITHOUT_A_CODE"})
    void an_action_whose_policy_is_refused_gets_none_and_holds_up_no_other(FakeSts.Mood mood) {
        sts.mood = mood;

        assertThat(credentials.forAction(action)).isEmpty();
        sts.mood = FakeSts.Mood.HELPFUL;
        assertThat(credentials.forAction(action)).isPresent();
    }

    @Test
    void a_refusal_is_told_by_its_code_and_request() {
        sts.mood = FakeSts.Mood.QUOTING;

        assertThatThrownBy(() -> credentials.forAction(action))
                .hasMessageEndingWith(": SignatureDoesNotMatch, request r");
    }

    @Test
    void what_went_wrong_once_may_go_right_the_next_time() {
        sts.mood = FakeSts.Mood.DENYING;
        assertThatThrownBy(() -> credentials.forAction(action)).hasMessageContaining("AccessDenied");
        sts.mood = FakeSts.Mood.HELPFUL;

        assertThat(credentials.forAction(action)).isPresent();
    }
}
